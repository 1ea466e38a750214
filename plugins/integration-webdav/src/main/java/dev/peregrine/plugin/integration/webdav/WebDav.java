package dev.peregrine.plugin.integration.webdav;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Any WebDAV server: Apache, nginx, a NAS, ownCloud, a web host. */
public final class WebDav implements DocumentStore {

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
        About.of(
                "webdav",
                "WebDAV",
                "Documents onto a WebDAV server: a NAS, a web host, a server of your own.")
            .withCallGap(Duration.ofMillis(50))
            .withSettings(
                new SettingSpec.Address(
                    "base-url",
                    "Address",
                    "Of the folder that the server lets you write to, such as https://dav.example.org/files.",
                    true,
                    Optional.empty()),
                new SettingSpec.Text(
                    "user", "User name", "Blank where none is asked for.", false, Optional.empty()),
                new SettingSpec.Secret(
                    "password", "Password", "Blank where none is asked for.", false),
                RootFolder.setting()),
        Capability.LINKS);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    DavTree tree = tree(context);
    return Login.tried(tree, context);
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    DavTree tree = tree(context);
    var placing =
        new Placing(
            tree,
            RootFolder.of(context),
            (steps, document, former) ->
                tree.put(steps, document.content(), document.sha256(), former),
            upload,
            context);
    return stored(placing.kept(placing.place()), tree);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    DavTree tree = tree(context);
    Optional<Kept> kept = Kept.parse(storedId);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    List<String> steps = kept.get().steps();
    return tree.look(steps)
        .filter(file -> !file.isFolder())
        .map(
            file ->
                new Stored(storedId, Optional.of(file.tag()), Optional.of(tree.address(steps))));
  }

  private static Stored stored(Kept kept, DavTree tree) {
    return new Stored(kept.id(), Optional.of(kept.tag()), Optional.of(tree.address(kept.steps())));
  }

  private static DavTree tree(IntegrationContext context) throws ExtensionException {
    Service server = Service.of("The WebDAV server", context);
    Optional<String> user = context.settings().text("user").map(String::strip);
    return new DavTree(
        user.isEmpty()
            ? server
            : Login.with(server, user.get(), context.settings().secret("password").orElse("")));
  }
}
