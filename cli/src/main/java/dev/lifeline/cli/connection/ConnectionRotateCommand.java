package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.GraphOption;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Credentials;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.HubPlace;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.credential.StrongPassword;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection rotate}. */
@Command(
    name = "rotate",
    description = {
      "Prove a new password by signing in, then put it in the place of the stored one.",
      "The old one stays if the new one fails. A connection by device code signs in again; one of a",
      "hub gets a new access token, the same ways as a password."
    })
public final class ConnectionRotateCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name;

  @Mixin private PasswordOptions password;

  @Option(
      names = "--change-in-entra",
      description =
          "Change the account's own password in Entra ID too, through Microsoft Graph; a strong one"
              + " is made when none is given. The registration has to allow it: app register"
              + " --allow-password-change.")
  private boolean changeInEntra;

  @Mixin private GraphOption graph;

  private final Shell shell;

  public ConnectionRotateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SavedConnection saved = shell.connections().get(name);
    if (graph.isGiven() && !changeInEntra) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "--graph-endpoint goes with --change-in-entra")
          .fix("add --change-in-entra, or leave out --graph-endpoint")
          .raise();
    }
    if (saved.signIn() == SignInMethod.DEVICE_CODE) {
      signInAgain(saved);
    } else if (saved.hub() != null) {
      replaceToken(saved, saved.hub());
    } else if (changeInEntra) {
      change(saved.connection());
    } else {
      replace();
    }
  }

  private void signInAgain(SavedConnection saved) {
    if (password.areGiven() || changeInEntra) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG,
              "'" + name + "' signs in by device code, and has no password")
          .why("It is renewed by signing in again in a browser.")
          .fix("leave out the options; or give it a password: lifeline connection update NAME")
          .raise();
    }
    try (Credentials credentials = shell.credentials()) {
      String username = saved.connection().username();
      credentials.rotation().signInAgain(name, code -> shell.console().deviceCode(code, username));
    }
    show("the new sign-in of '" + name + "' is proved and stored", false);
  }

  private void replaceToken(SavedConnection saved, HubPlace place) {
    if (changeInEntra) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "a hub has the password of '" + name + "'")
          .fix("change it on the hub " + place.hub())
          .raise();
    }
    Secret next = password.read(shell.host(), shell.console(), "New access token");
    UsableConnection there = shell.ofHub(place.hub(), next, place.connection());
    try (Lifeline lifeline = shell.lifeline(there)) {
      lifeline.prove();
    }
    shell.connections().replace(saved.connection(), there.credential());
    show("the new access token of '" + name + "' is proved and stored", false);
  }

  private void replace() {
    Secret next = password.read(shell.host(), shell.console(), "New password");
    try (Credentials credentials = shell.credentials()) {
      credentials.rotation().replace(name, next);
    }
    show("the new password of '" + name + "' is proved and stored", false);
  }

  private void change(ServiceConnection connection) {
    GraphEndpoint endpoint = graph.beside(connection.authenticationEndpoint());
    Secret next =
        password.areGiven()
            ? password.read(shell.host(), shell.console(), "New password")
            : new StrongPassword(shell.host().random()).next();
    try (Credentials credentials = shell.credentials()) {
      credentials.passwordChange(endpoint).change(name, next);
    }
    show("the new password of '" + name + "' is the account's in Entra ID, and stored", true);
  }

  private void show(String done, boolean inEntra) {
    ConnectionView view =
        new ConnectionView(shell.connections().get(name), shell.host().time().instant());
    Map<String, @Nullable Object> json = view.json();
    json.put("changedInEntra", inEntra);
    shell.console().result(json, List.of(done));
  }
}
