package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.SafeName;
import dev.peregrine.integration.wire.Service;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the settings of both kinds of server share. */
final class Login {

  private Login() {}

  static SettingSpec folder() {
    return new SettingSpec.Text(
        "folder",
        "Folder",
        "Under which all documents lie; it is made where it is missing.",
        false,
        Optional.of("Peregrine"));
  }

  /** The folders of the setting, one below the other. */
  static List<String> root(IntegrationContext context) {
    String folder = context.settings().text("folder").orElse("Peregrine");
    List<String> steps =
        Arrays.stream(folder.split("[/\\\\]"))
            .filter(step -> !step.isBlank())
            .map(SafeName::folder)
            .toList();
    return steps.isEmpty() ? List.of("Peregrine") : steps;
  }

  /** The server, opened by name and password. */
  static Service with(Service server, String user, String password) {
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return server
        .withSecret(password)
        .withSecret(pair)
        .withPass(renewed -> Map.of("Authorization", "Basic " + pair));
  }

  /** Whether the top of the files is there, and where documents go. */
  static String tried(DavTree tree, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    DavFile top =
        tree.look(List.of())
            .orElseThrow(
                () ->
                    new ExtensionException(
                        Kind.BAD_SETTINGS,
                        "%s has nothing at \"%s\" (404). Correct the address."
                            .formatted(tree.service().name(), tree.service().base().getPath())));
    if (!top.isFolder()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" is a file, expected a folder. Correct the address."
              .formatted(tree.service().base().getPath()));
    }
    return "%s: documents go into \"%s\"."
        .formatted(tree.service().base().getHost(), String.join("/", root(context)));
  }
}
