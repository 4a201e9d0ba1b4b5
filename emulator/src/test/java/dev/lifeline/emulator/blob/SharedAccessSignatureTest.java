package dev.lifeline.emulator.blob;

import static dev.lifeline.emulator.blob.RunningBlobs.CONTAINER;
import static dev.lifeline.emulator.blob.RunningBlobs.NOON;
import static dev.lifeline.emulator.blob.RunningBlobs.bytes;
import static dev.lifeline.emulator.blob.RunningBlobs.code;
import static dev.lifeline.emulator.blob.RunningBlobs.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAccessSignatureTest {
  private static final String BLOB = "folder/a package.zip";
  private static final String PATH = "folder/a%20package.zip";
  private static final Duration HOUR = Duration.ofHours(1);

  private RunningBlobs blobs;

  @BeforeEach
  void start() throws IOException {
    blobs = RunningBlobs.start();
    blobs.storage.put(BLOB, bytes("content"));
  }

  @AfterEach
  void stop() throws IOException {
    blobs.close();
  }

  @Test
  void the_signature_is_the_one_of_the_specification() {
    // given: computed with the 16 fields of the sheet by another program
    var signer = new SasSigner(BlobAccount.AZURITE);
    var terms =
        new SasTerms(
            "cw",
            Instant.parse("2026-11-23T11:45:00Z"),
            Instant.parse("2026-11-23T13:00:00Z"),
            true);

    String query = signer.forBlob("assets", "folder/a package.zip", terms);

    assertThat(query)
        .isEqualTo(
            "sv=2021-12-02&st=2026-11-23T11%3A45%3A00Z&se=2026-11-23T13%3A00%3A00Z"
                + "&sr=b&sp=cw&spr=https&sig=EQVMWCeepu9KZ16XVKcKkHoY%2FGnXlFtJG%2F%2BlSVS6Nh0%3D");
  }

  @Test
  void a_sas_for_the_blob_opens_it() throws Exception {
    HttpResponse<byte[]> answer = blobs.get(blobs.storage.downloadUrl(BLOB, HOUR).toString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("content");
  }

  @Test
  void a_sas_for_the_container_opens_every_blob_in_it() throws Exception {
    String sas =
        blobs.service.signer().forContainer(CONTAINER, new SasTerms("r", null, at(HOUR), false));

    HttpResponse<byte[]> answer = blobs.get(blobs.urlWith(PATH, sas));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_sas_for_another_blob_is_refused() throws Exception {
    String sas = sas("another.zip", new SasTerms("r", null, at(HOUR), false));

    HttpResponse<byte[]> answer = blobs.get(blobs.urlWith(PATH, sas));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("AuthenticationFailed");
  }

  @Test
  void a_wrong_signature_is_told_apart_from_an_expired_one() throws Exception {
    String url = blobs.urlWith(PATH, sas("r", HOUR)).replace("sp=r", "sp=rw");

    HttpResponse<byte[]> answer = blobs.get(url);

    assertThat(code(answer)).isEqualTo("AuthenticationFailed");
    assertThat(text(answer))
        .contains("<AuthenticationErrorDetail>Signature did not match. String to sign used was rw");
  }

  @Test
  void an_expired_sas_is_refused_with_its_times() throws Exception {
    String url = blobs.urlWith(PATH, sas("r", HOUR));
    blobs.now.set(NOON.plus(HOUR));

    HttpResponse<byte[]> answer = blobs.get(url);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("AuthenticationFailed");
    assertThat(text(answer))
        .contains(
            "Signature not valid in the specified time frame: Start [] - Expiry [Mon, 23 Nov 2026"
                + " 13:00:00 GMT] - Current [Mon, 23 Nov 2026 13:00:00 GMT]");
  }

  @Test
  void a_sas_is_not_valid_before_its_start() throws Exception {
    var terms = new SasTerms("r", at(Duration.ofMinutes(1)), at(HOUR), false);

    HttpResponse<byte[]> answer = blobs.get(blobs.urlWith(PATH, sas(BLOB, terms)));

    assertThat(code(answer)).isEqualTo("AuthenticationFailed");
  }

  @Test
  void a_sas_for_https_is_void_over_plain_http() throws Exception {
    var terms = new SasTerms("r", null, at(HOUR), true);

    HttpResponse<byte[]> answer = blobs.get(blobs.urlWith(PATH, sas(BLOB, terms)));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("AuthorizationProtocolMismatch");
  }

  @Test
  void a_token_beside_a_sas_is_refused() throws Exception {
    HttpResponse<byte[]> answer =
        blobs.get(blobs.urlWith(PATH, sas("r", HOUR)), "Authorization", "Bearer token");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("InvalidAuthenticationInfo");
  }

  @Test
  void without_a_sas_nothing_is_shown() throws Exception {
    HttpResponse<byte[]> answer = blobs.get(blobs.urlWith(PATH, ""));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("NoAuthenticationInformation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "se", "sr", "sp"})
  void a_missing_field_is_named(String field) throws Exception {
    String url =
        blobs.urlWith(PATH, sas("r", HOUR)).replaceFirst("([?&])" + field + "=[^&]*&", "$1");

    HttpResponse<byte[]> answer = blobs.get(url);

    assertThat(code(answer)).isEqualTo("AuthenticationFailed");
    assertThat(text(answer)).contains(field + " is mandatory");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    '',                           cw",
    "HEAD,   '',                           cw",
    "GET,    '&comp=blocklist',            cw",
    "PUT,    '',                           rc",
    "PUT,    '&comp=block&blockid=MDAw',   rc",
    "PUT,    '&comp=blocklist',            rc",
    "DELETE, '',                           rcw",
  })
  void an_operation_without_its_letter_is_refused(String method, String query, String permissions)
      throws Exception {
    String url = blobs.urlWith(PATH, sas(permissions, HOUR)) + query;

    HttpResponse<byte[]> answer =
        blobs.send(method, url, new byte[0], "x-ms-blob-type", "BlockBlob");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(code(answer)).isEqualTo("AuthorizationPermissionMismatch");
  }

  @Test
  void to_create_a_blob_is_enough_when_there_is_none() throws Exception {
    HttpResponse<byte[]> answer =
        blobs.put(blobs.url("new.zip", "c"), bytes("new"), "x-ms-blob-type", "BlockBlob");

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void a_service_sas_makes_no_container() throws Exception {
    String sas =
        blobs
            .service
            .signer()
            .forContainer("another", new SasTerms("racwd", null, at(HOUR), false));
    String url = "%s/%s/another?restype=container&%s";

    HttpResponse<byte[]> answer =
        blobs.put(url.formatted(blobs.endpoint(), BlobAccount.EMULATOR_NAME, sas), new byte[0]);

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static Instant at(Duration fromNoon) {
    return NOON.plus(fromNoon);
  }

  private String sas(String permissions, Duration validFor) {
    return sas(BLOB, new SasTerms(permissions, null, at(validFor), false));
  }

  private String sas(String blob, SasTerms terms) {
    return blobs.service.signer().forBlob(CONTAINER, blob, terms);
  }
}
