package dev.peregrine.plugin.integration.googledrive;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.google.wire.GooglePass;
import dev.peregrine.google.wire.GoogleService;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.UploadNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google Drive, which keeps versions by itself. */
public final class GoogleDrive implements DocumentStore {

  private static final String HOST = "www.googleapis.com";

  /** With a sign-in, only what this app made itself is seen. */
  private static final String OWN_FILES = "https://www.googleapis.com/auth/drive.file";

  /** A service account sees only what was shared with it anyway. */
  private static final String SHARED_FILES = "https://www.googleapis.com/auth/drive";

  /** The id, or the address in the browser in which it stands. */
  private static final Pattern FOLDER =
      Pattern.compile("(?:https://drive\\.google\\.com/\\S*/folders/)?([A-Za-z0-9_-]{10,100})\\S*");

  @Override
  public ForDocumentStore descriptor() {
    var settings = new ArrayList<SettingSpec>();
    settings.add(SettingSpec.baseUrl("https://" + HOST));
    settings.addAll(GooglePass.settings());
    settings.add(
        new SettingSpec.Text(
            "folder-id",
            "Shared folder",
            "Only for a service account: the address of a folder in a shared drive of which it is a member.",
            false,
            Optional.empty()));
    settings.add(RootFolder.setting());
    return ForDocumentStore.of(
            About.of(
                    "google-drive",
                    "Google Drive",
                    "Documents into your Google Drive, with versions.")
                .withHosts(HOST, GooglePass.HOST)
                .withCallGap(Duration.ofMillis(100))
                .withHomepage("https://console.cloud.google.com/apis/library/drive.googleapis.com")
                .withSettings(settings.toArray(SettingSpec[]::new)),
            Capability.LINKS,
            Capability.VERSIONS)
        .withSignIn(GooglePass.signIn(OWN_FILES))
        .withLargest(1L << 40);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    GoogleService google = google(context);
    Json user =
        google
            .json(google.call("GET", "/drive/v3/about").withQuery("fields", "user"), "")
            .at("user");
    String name =
        user.at("emailAddress")
            .text()
            .or(() -> user.at("displayName").text())
            .orElseThrow(google.service()::notUnderstood);
    String top = top(context);
    if (!top.equals("root") && new DriveApi(google).file(top).isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Google Drive does not show the shared folder to %s. Share it with that address, or correct the folder's address."
              .formatted(name));
    }
    return "Drive of %s: documents go into %s.".formatted(name, RootFolder.shown(context));
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    var shelf =
        new DriveShelf(
            new DriveApi(google(context)), top(context), RootFolder.of(context), upload, context);
    DriveFile file = Deposit.put(upload, shelf);
    UploadNote.remove(upload, context);
    return stored(file);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return new DriveApi(google(context)).file(storedId).map(GoogleDrive::stored);
  }

  private static Stored stored(DriveFile file) {
    return new Stored(file.id(), file.revision(), file.link());
  }

  private static GoogleService google(IntegrationContext context) throws ExtensionException {
    return GoogleService.of("Google Drive", context, SHARED_FILES);
  }

  /** Where the folders of the settings lie. */
  private static String top(IntegrationContext context) throws ExtensionException {
    Optional<String> given = context.settings().text("folder-id").map(String::strip);
    if (given.isEmpty()) {
      if (GooglePass.isServiceAccount(context)) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "\"Shared folder\" is not set, and a service account has no Drive of its own. Enter the address of a folder in a shared drive.");
      }
      return "root";
    }
    Matcher folder = FOLDER.matcher(given.get());
    if (!folder.matches()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "Shared folder \"%s\": expected its address, such as https://drive.google.com/drive/folders/1AbC…. Correct it in the settings."
              .formatted(given.get()));
    }
    return folder.group(1);
  }
}
