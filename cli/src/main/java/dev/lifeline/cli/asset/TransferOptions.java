package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.TransferSettings;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file travels, where somebody knows better. */
final class TransferOptions {
  @Option(
      names = "--block-size",
      paramLabel = "SIZE",
      description = "The size of a block, such as 8M or 512K; default: chosen from the file.")
  private @Nullable String blockSize;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many connections are used; default: chosen from the measured rate.")
  private @Nullable String parallel;

  @Option(
      names = "--block-check",
      paramLabel = "CHECK",
      description = {
        "What the store checks every block by: crc64 (default), md5 or none.",
        "With md5 the file's own MD5 is stored as well; with none there is no SHA-256 either."
      })
  private @Nullable String blockCheck;

  /**
   * What was fixed.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED
   */
  TransferSettings settings() {
    TransferSettings usual = TransferSettings.DEFAULTS;
    return new TransferSettings(
        chosen(
            "block size",
            blockSize,
            usual.blockBytes(),
            text -> TransferSettings.requireBlockBytes(Values.bytes(text))),
        chosen(
            "number of connections",
            parallel,
            usual.parallel(),
            text -> TransferSettings.requireParallel(Values.count(text))),
        chosen("block check", blockCheck, usual.check(), TransferOptions::check));
  }

  private static <T> T chosen(
      String what, @Nullable String text, T usual, Function<String, T> reading) {
    return text == null ? usual : Values.read(what, text, reading);
  }

  private static BlockCheck check(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "crc64" -> BlockCheck.CRC64;
      case "md5" -> BlockCheck.MD5;
      case "none" -> BlockCheck.NONE;
      default ->
          throw new IllegalArgumentException("'" + text + "' is none of crc64, md5 and none");
    };
  }
}
