package dev.peregrine.plugin.integration.onedrive;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.SignIn;
import dev.peregrine.api.integration.DocumentStore;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForDocumentStore;
import dev.peregrine.integration.wire.Deposit;
import dev.peregrine.integration.wire.RootFolder;
import dev.peregrine.integration.wire.Service;
import dev.peregrine.integration.wire.UploadNote;
import java.time.Duration;
import java.util.Optional;

/** OneDrive, at home and at work; it keeps versions by itself. */
public final class OneDrive implements DocumentStore {

  private static final String LOGIN = "https://login.microsoftonline.com/common/oauth2/v2.0/";

  @Override
  public ForDocumentStore descriptor() {
    return ForDocumentStore.of(
            About.of("onedrive", "OneDrive", "Documents into your OneDrive, with versions.")
                // Large documents go to the host that Graph names: of a personal account or of
                // work.
                .withHosts(
                    "graph.microsoft.com",
                    "*.up.1drv.com",
                    "*.microsoftpersonalcontent.com",
                    "*.sharepoint.com")
                .withCallGap(Duration.ofMillis(100))
                .withHomepage("https://entra.microsoft.com")
                .withSettings(
                    SettingSpec.baseUrl("https://graph.microsoft.com/v1.0"),
                    new SettingSpec.Text(
                        "client-id",
                        "Application id",
                        "Of an app registration in Microsoft Entra for any account, with public client flows allowed.",
                        true,
                        Optional.empty()),
                    RootFolder.setting()),
            Capability.LINKS,
            Capability.VERSIONS)
        .withSignIn(
            SignIn.of(LOGIN + "authorize", LOGIN + "token", "Files.ReadWrite", "offline_access")
                .withDevice(LOGIN + "devicecode"))
        .withLargest(250L << 30);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    GraphApi api = api(context);
    Json drive = api.json(api.send(api.service().call("GET", "/me/drive")));
    if (drive.at("id").text().isEmpty()) {
      throw api.service().notUnderstood();
    }
    String owner =
        drive.at("owner").at("user").at("displayName").text().map(" of "::concat).orElse("");
    return "OneDrive%s: documents go into %s.".formatted(owner, RootFolder.shown(context));
  }

  @Override
  public Stored store(Upload upload, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    String hash = QuickXorHash.of(upload.content());
    var shelf = new OneDriveShelf(api(context), RootFolder.of(context), upload, hash, context);
    DriveItem item = Deposit.put(upload, shelf);
    UploadNote.remove(upload, context);
    return stored(item);
  }

  @Override
  public Optional<Stored> find(String storedId, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return api(context).byId(storedId).filter(DriveItem::isFile).map(OneDrive::stored);
  }

  private static Stored stored(DriveItem item) {
    return new Stored(item.id(), item.version(), item.link());
  }

  private static GraphApi api(IntegrationContext context) {
    return new GraphApi(Service.of("OneDrive", context).withSignIn());
  }
}
