package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the settings of both kinds of server share. */
final class Login {

  private Login() {}

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
    return "%s: documents go into %s."
        .formatted(tree.service().base().getHost(), RootFolder.shown(context));
  }
}
