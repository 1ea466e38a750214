package dev.peregrine.plugin.integration.dropbox;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.SignIn;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.SafeName;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.UploadNote;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dropbox, which keeps versions by itself. */
public final class Dropbox implements DocumentStore {

  private static final URI HOME = URI.create("https://www.dropbox.com/home");

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
            About.of("dropbox", "Dropbox", "Documents into your Dropbox, with versions.")
                .withHosts(DropboxApi.HOST, DropboxApi.CONTENT_HOST)
                .withCallGap(Duration.ofMillis(100))
                .withHomepage("https://www.dropbox.com/developers/apps")
                .withSettings(
                    SettingSpec.baseUrl("https://" + DropboxApi.HOST),
                    new SettingSpec.Text(
                        "client-id",
                        "App key",
                        "Of an app that you make at dropbox.com/developers/apps: scoped access, best to a folder of its own.",
                        true,
                        Optional.empty()),
                    new SettingSpec.Text(
                        "app-folder",
                        "App folder",
                        "The folder's name below Apps, where the app may use only that one: for the links.",
                        false,
                        Optional.empty()),
                    RootFolder.setting()),
            Capability.LINKS,
            Capability.VERSIONS)
        .withSignIn(
            SignIn.of(
                    "https://www.dropbox.com/oauth2/authorize",
                    "https://api.dropboxapi.com/oauth2/token",
                    "account_info.read",
                    "files.metadata.read",
                    "files.content.write")
                .withParameters(Map.of("token_access_type", "offline")))
        .withLargest(1L << 38);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    DropboxApi api = api(context);
    Json account = api.call("/2/users/get_current_account", "null", "").json();
    String name =
        account.at("name").at("display_name").text().orElseThrow(api.service()::notUnderstood);
    return "Dropbox of %s: documents go into %s.".formatted(name, RootFolder.shown(context));
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    String hash = ContentHash.of(upload.content());
    List<String> root = RootFolder.of(context);
    DropboxFile file =
        Deposit.put(upload, new DropboxShelf(api(context), root, upload, hash, context));
    UploadNote.remove(upload, context);
    return stored(file, context);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return api(context)
        .metadata(storedId)
        .filter(DropboxFile::isFile)
        .map(file -> stored(file, context));
  }

  private static Stored stored(DropboxFile file, IntegrationContext context) {
    return new Stored(
        file.id(), Optional.of(file.revision()), Optional.of(link(file.path(), context)));
  }

  /** The page of the folder, with the file open; only the person sees it. */
  private static URI link(String path, IntegrationContext context) {
    var steps = new ArrayList<String>();
    context
        .settings()
        .text("app-folder")
        .map(SafeName::folder)
        .ifPresent(folder -> steps.addAll(List.of("Apps", folder)));
    steps.addAll(List.of(path.substring(1).split("/")));
    String name = steps.removeLast();
    return URI.create(
        HttpCall.under(HOME, steps.toArray(String[]::new))
            + "?preview="
            + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  private static DropboxApi api(IntegrationContext context) {
    return new DropboxApi(Service.of("Dropbox", context).withSignIn());
  }
}
