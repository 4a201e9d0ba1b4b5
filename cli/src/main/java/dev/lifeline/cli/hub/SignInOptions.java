package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.provider.ProviderSettings;
import dev.lifeline.hub.signin.SignInSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How people sign in to a hub. */
public final class SignInOptions {
  private static final String SECRET = "LIFELINE_HUB_OIDC_SECRET";

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description =
          "Let people sign in with this provider of OpenID Connect, such as"
              + " https://login.microsoftonline.com/TENANT-ID/v2.0.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "As whom the hub is registered there.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-secret-file",
      paramLabel = "FILE",
      description =
          "The file with the client secret; default: LIFELINE_HUB_OIDC_SECRET, else none, as for a"
              + " public client.")
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-name-claim",
      paramLabel = "CLAIM",
      defaultValue = ProviderSettings.EMAIL,
      description =
          "The claim that is compared with people's unique names; default: email, when verified;"
              + " another must be one that people cannot choose, such as Entra ID's"
              + " preferred_username.")
  private String nameClaim = "";

  @Option(
      names = "--oidc-create-people",
      description = "Let in whoever signs in there, without any role.")
  private boolean createPeople;

  @Option(
      names = "--no-local-accounts",
      description = "Take no passwords of the hub's own: with --oidc-issuer only.")
  private boolean noLocalAccounts;

  /**
   * What was chosen.
   *
   * @throws LifelineException USAGE_WRONG when it contradicts itself
   */
  SignInSettings settings(Shell shell) {
    if (issuer == null) {
      if (clientId != null || secretFile != null || createPeople || noLocalAccounts) {
        throw contradiction(
            "--oidc-client-id, --oidc-secret-file, --oidc-create-people and --no-local-accounts"
                + " need --oidc-issuer",
            "name the provider with --oidc-issuer");
      }
      return SignInSettings.DEFAULTS;
    }
    if (clientId == null) {
      throw contradiction(
          "--oidc-issuer needs --oidc-client-id",
          "register the hub with the provider, and pass the client id that it got");
    }
    return new SignInSettings(!noLocalAccounts, provider(shell, issuer, clientId));
  }

  private ProviderSettings provider(Shell shell, String address, String id) {
    @Nullable Secret secret = secret(shell);
    return Values.read(
        "issuer",
        address,
        text -> new ProviderSettings(URI.create(text), id, secret, nameClaim, createPeople));
  }

  private @Nullable Secret secret(Shell shell) {
    String text =
        secretFile == null
            ? shell.host().environment().getOrDefault(SECRET, "")
            : read(secretFile).strip();
    return text.isEmpty() ? null : Secret.of(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, "the file '" + file + "' does not exist")
          .fix("check --oidc-secret-file")
          .raise(e);
    } catch (IOException e) {
      throw Problem.of(ProblemCode.FILE_UNREADABLE, "the file '" + file + "' cannot be read")
          .fix("give the account that runs the hub permission to read it")
          .raise(e);
    }
  }

  private static LifelineException contradiction(String message, String fix) {
    return Problem.of(ProblemCode.USAGE_WRONG, message).fix(fix).raise();
  }
}
