package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.token.Bearer;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.Optional;

/** Lets in who has a token, and to a project who is a member that has opened it. */
final class Access {

  private final World world;
  private final AccessTokens tokens;
  private final boolean holdsProjects;

  /**
   * The door of one geography.
   *
   * @param world the projects and their members
   * @param tokens who calls
   * @param holdsProjects whether the world's projects are in this geography
   */
  Access(World world, AccessTokens tokens, boolean holdsProjects) {
    this.world = world;
    this.tokens = tokens;
    this.holdsProjects = holdsProjects;
  }

  /** A call in a project: the template's {@code {project}}. */
  @FunctionalInterface
  interface ProjectCall {
    Reply answer(Call call, Routes.Names path, Caller caller) throws RefusedException, IOException;
  }

  /** A call of the asset library. */
  Routes.Handler toProject(ProjectCall handler) {
    return (call, path) -> answer(() -> handler.answer(call, path, caller(call, path)));
  }

  /** A call of the environment APIs: these want {@code x-ms-version}. */
  Routes.Handler toEnvironments(ProjectCall handler) {
    return (call, path) ->
        answer(
            () -> {
              Caller caller = caller(call, path);
              if (call.header("x-ms-version").isEmpty()) {
                throw new RefusedException(400, "The header x-ms-version is required.");
              }
              return handler.answer(call, path, caller);
            });
  }

  /** A call that any account may make. */
  Routes.Handler toAnyone(Routes.Handler handler) {
    return (call, path) ->
        answer(
            () -> {
              bearer(call);
              return handler.answer(call, path);
            });
  }

  private Caller caller(Call call, Routes.Names path) throws RefusedException {
    Bearer bearer = bearer(call);
    String text = path.get("project");
    Optional<ProjectId> project = ProjectId.parse(text);
    if (!holdsProjects || project.isEmpty() || !world.lifecycle().hasProject(project.get())) {
      // ASSUMED: 404; the real service may answer 401, 403 or nothing at all
      throw new RefusedException(404, "Project " + text + " was not found.");
    }
    ProjectRole role =
        world
            .lifecycle()
            .role(project.get(), bearer.username())
            .filter(ProjectRole::sees)
            // ASSUMED: 403, for strangers and for those who never opened the project alike
            .orElseThrow(
                () ->
                    new RefusedException(
                        403, "The user does not have access to project " + text + "."));
    return new Caller(project.get(), role, bearer.username());
  }

  private Bearer bearer(Call call) throws RefusedException {
    return tokens
        .bearer(call)
        .orElseThrow(
            () -> new RefusedException(401, "Authorization has been denied for this request."));
  }

  private interface Answering {
    Reply answer() throws RefusedException, IOException;
  }

  private static Reply answer(Answering answering) throws IOException {
    try {
      return answering.answer();
    } catch (RefusedException e) {
      return e.reply();
    }
  }
}
