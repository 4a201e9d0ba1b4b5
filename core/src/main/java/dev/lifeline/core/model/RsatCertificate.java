package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The certificate with which the Regression Suite Automation Tool signs in to an environment (LCS
 * API: environments). Prints no secret.
 *
 * @param zip the bytes of a zip file that holds the private key, in base64
 * @param password opens the private key
 * @param fileName the zip's name; foreign text, may be empty
 * @param expires when the certificate ends, or null
 */
public record RsatCertificate(
    Secret zip, Secret password, String fileName, @Nullable Instant expires) {}
