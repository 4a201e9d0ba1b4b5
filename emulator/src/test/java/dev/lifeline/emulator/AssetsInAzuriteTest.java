package dev.lifeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.blob.BlobAccount;
import dev.lifeline.emulator.peers.Azurite;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AssetsInAzuriteTest {

  @Test
  void assets_can_live_in_a_real_blob_service() throws Exception {
    // Azurite's clock cannot be turned
    TurnedClock clock = new TurnedClock(InstantSource.system().instant());
    try (Azurite azurite = Azurite.start()) {
      BlobEndpoint endpoint = new BlobEndpoint(azurite.endpoint(), BlobAccount.AZURITE);
      try (Lab lab = new Lab(EmulatorSettings.DEFAULTS.withBlobEndpoint(endpoint), clock)) {
        String id = lab.upload("release.zip", 10);

        Lab.Answer asset = lab.get("/box/fileasset/GetFileAsset/1234567?assetId=" + id);
        Lab.Answer file = lab.send(HttpRequest.newBuilder(URI.create(asset.text("FileLocation"))));

        assertThat(lab.emulator.addresses().blobEndpoint()).isEqualTo(azurite.endpoint());
        assertThat(asset.text("FileLocation")).startsWith(azurite.endpoint().toString());
        assertThat(file.body()).isEqualTo("bytes");
      }
    }
  }
}
