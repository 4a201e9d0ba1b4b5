package dev.lifeline.core.blob;

import dev.lifeline.core.model.TransferSettings;
import java.nio.file.Path;

/**
 * A blob to be fetched.
 *
 * @param source the blob's address
 * @param target where the file will stand; its name has at most 200 bytes
 * @param replace whether a file of that name may be replaced
 * @param settings how
 */
public record DownloadOrder(
    SasSource source, Path target, boolean replace, TransferSettings settings) {}
