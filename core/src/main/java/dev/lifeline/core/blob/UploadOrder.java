package dev.lifeline.core.blob;

import dev.lifeline.core.model.TransferSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to be sent.
 *
 * @param file which
 * @param target the blob's address; writable, need not be readable
 * @param settings how
 * @param journal a file that remembers what has arrived, so that an upload that was cut off goes on
 *     where it was; its folder exists, it itself need not; null remembers nothing
 */
public record UploadOrder(
    Path file, SasSource target, TransferSettings settings, @Nullable Path journal) {}
