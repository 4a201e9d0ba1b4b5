package dev.lifeline.emulator;

import dev.lifeline.emulator.blob.BlobAccount;
import java.net.URI;

/**
 * A real blob service whose SAS URLs are handed out, such as Azurite.
 *
 * @param url its address, with the account in the path where the service wants it there
 * @param account the account that signs
 */
public record BlobEndpoint(URI url, BlobAccount account) {}
