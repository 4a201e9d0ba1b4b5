package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The certificate for the Regression Suite Automation Tool; another one each time (DOC). */
final class RsatDownload {

  private final World world;
  private final LcsService.Sources sources;
  private final Finder finder;

  RsatDownload(World world, LcsService.Sources sources) {
    this.world = world;
    this.sources = sources;
    this.finder = new Finder(world);
  }

  Reply download(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    if (environment.infrastructure() == Infrastructure.ON_PREMISES) { // ASSUMED
      throw RefusedException.inEnvelope(
          "There is no RSAT certificate for the on-premises environment "
              + environment.name()
              + ".");
    }
    String fileName =
        "RSATCertificate_" + environment.name() + "_" + LcsTexts.fileNameDate(world.clock().now());
    RsatCertificates.Bundle bundle = sources.certificates().make(fileName);
    byte[] secret = bundle.password().text().getBytes(StandardCharsets.US_ASCII);
    return Envelope.success(
        sources.ids().get(),
        Fields.of(
            "Data",
            Fields.of("CertificateZipEncoded", bundle.zip())
                .with("CertificateSecretEncoded", Base64.getEncoder().encodeToString(secret))
                .with("CertificateThumbprint", bundle.thumbprint())
                .with("ExpirationDateTimeUTC", LcsTexts.longUsDate(bundle.expires()))
                .with("ExpirationISODateTimeUTC", bundle.expires().toString())
                .with("Filename", fileName + ".zip")));
  }
}
