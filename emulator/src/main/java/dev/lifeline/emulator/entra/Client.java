package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.ServicePrincipal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The application that asks, as one tenant knows it.
 *
 * @param id its client id
 * @param displayName its name
 * @param registration its registration, null for Microsoft's own
 * @param principal its service principal, null for Microsoft's own
 */
record Client(
    UUID id,
    String displayName,
    @Nullable Application registration,
    @Nullable ServicePrincipal principal) {

  /**
   * Microsoft Graph Command Line Tools: public, of Microsoft, good in every tenant, and free to ask
   * for any permission of Graph when somebody signs in.
   */
  static final Client GRAPH_COMMAND_LINE_TOOLS =
      new Client(
          UUID.fromString("14d82eec-204b-4c2f-b7e8-296a70dab67e"),
          "Microsoft Graph Command Line Tools",
          null,
          null);
}
