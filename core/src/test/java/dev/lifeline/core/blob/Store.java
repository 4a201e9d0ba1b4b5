package dev.lifeline.core.blob;

import dev.lifeline.emulator.peers.Azurite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The blob stores before which the client is tested. */
enum Store {
  EMULATOR,
  AZURITE;

  BlobLab open(Azurite azurite) throws IOException {
    return openEarlier(azurite, Duration.ZERO);
  }

  /** In a time that begins earlier than now, which is Azurite's own time. */
  BlobLab openEarlier(Azurite azurite, Duration earlier) throws IOException {
    Instant begin = InstantSource.system().instant().minus(earlier);
    return switch (this) {
      case EMULATOR -> BlobLab.emulator(begin);
      case AZURITE -> BlobLab.azurite(azurite.endpoint(), begin);
    };
  }
}
