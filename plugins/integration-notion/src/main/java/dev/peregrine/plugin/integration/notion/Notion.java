package dev.peregrine.plugin.integration.notion;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForTracker;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import dev.peregrine.wire.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notion: a page a job in a data source that the person shared with an integration of theirs. */
public final class Notion implements Tracker {

  private static final Pattern ID_AT_END =
      Pattern.compile("([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[?#].*)?$");

  @Override
  public ForTracker descriptor() {
    return ForTracker.of(
            About.of("notion", "Notion", "Keeps a page for each job in a Notion database of yours.")
                .withHosts("api.notion.com")
                // Three calls a second on average.
                .withCallGap(Duration.ofMillis(350))
                .withHomepage("https://www.notion.so/profile/integrations")
                .withTerms("Notion allows an average of three calls a second.")
                .withSettings(
                    new SettingSpec.Secret(
                        "token",
                        "Integration token",
                        "Of an internal integration at notion.so/profile/integrations. Then open your database or page in Notion and add the integration under … → Connections.",
                        true),
                    new SettingSpec.Text(
                        "page",
                        "Page for new databases",
                        "Address of the page under which a new database is made. Empty: the first page that is shared with the integration.",
                        false,
                        Optional.empty()),
                    SettingSpec.baseUrl("https://api.notion.com")),
            Capability.CREATE_TARGETS,
            Capability.ADD_COLUMNS,
            Capability.ARCHIVE,
            Capability.PULL)
        .withLimits(100, 20_000);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    Json me = api.get("/v1/users/me", "");
    String workspace = me.at("bot").at("workspace_name").text().orElse("Notion");
    int tables = targets(context).size();
    return "Workspace \"%s\", %s."
        .formatted(
            workspace.replaceAll("\\p{Cntrl}", " "),
            tables == 1 ? "1 database" : tables + " databases");
  }

  @Override
  public List<TrackerTarget> targets(IntegrationContext context)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    var targets = new ArrayList<TrackerTarget>();
    api.pages(
        "/v1/search",
        () -> new JsonObject().object("filter", only("data_source")),
        "",
        results -> {
          for (Json source : results.items()) {
            NotionTable.parse(source).map(NotionTable::target).ifPresent(targets::add);
          }
        });
    return List.copyOf(targets);
  }

  @Override
  public TrackerTarget target(String id, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return table(NotionApi.of(context), id).target();
  }

  @Override
  public TrackerTarget create(String name, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    var properties = new JsonObject();
    columns.forEach(column -> properties.object(column.name(), NotionTable.wanted(column)));
    Json database =
        api.send(
            "POST",
            "/v1/databases",
            new JsonObject()
                .object(
                    "parent", new JsonObject().text("type", "page_id").text("page_id", parent(api)))
                .objects(
                    "title",
                    List.of(
                        new JsonObject()
                            .text("type", "text")
                            .object("text", new JsonObject().text("content", name))))
                .object("initial_data_source", new JsonObject().object("properties", properties)),
            "the page for new databases");
    String source =
        database.at("data_sources").at(0).at("id").text().orElseThrow(api.service()::notUnderstood);
    return table(api, source).target();
  }

  @Override
  public TrackerTarget addColumns(String target, List<Column> columns, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    NotionTable table = table(api, target);
    var properties = new JsonObject();
    List<Column> missing =
        columns.stream()
            .filter(
                column ->
                    table.target().columns().stream()
                        .noneMatch(
                            there ->
                                there.name().equals(column.name())
                                    && there.kind() == column.kind()))
            .toList();
    if (missing.isEmpty()) {
      return table.target();
    }
    missing.forEach(column -> properties.object(column.name(), NotionTable.wanted(column)));
    Json _ =
        api.send(
            "PATCH",
            path(target),
            new JsonObject().object("properties", properties),
            "database \"%s\"".formatted(table.target().name()));
    return table(api, target).target();
  }

  @Override
  public void push(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    new NotionRows(api, table(api, push.target()), push, done).write();
  }

  @Override
  public void archive(Push push, IntegrationContext context, Consumer<PushOutcome> done)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    new NotionRows(api, table(api, push.target()), push, done).archive();
  }

  @Override
  public SyncPoint pull(
      Pull pull, Optional<String> since, IntegrationContext context, Consumer<Pulled> found)
      throws ExtensionException, InterruptedException {
    NotionApi api = NotionApi.of(context);
    return new NotionPull(api, table(api, pull.target()), pull, found).read(since);
  }

  private static NotionTable table(NotionApi api, String id)
      throws ExtensionException, InterruptedException {
    if (!NotionApi.isId(id)) {
      throw gone(id);
    }
    return NotionTable.parse(api.get(path(id), "the database that was chosen"))
        .orElseThrow(() -> gone(id));
  }

  private static ExtensionException gone(String id) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Notion does not have the database \"%s\" any more. Take it out of the trash there, or choose another."
            .formatted(id.length() > 60 ? id.substring(0, 60) : id));
  }

  /** The page under which a new database is made. */
  private static String parent(NotionApi api) throws ExtensionException, InterruptedException {
    String set = api.service().context().settings().text("page").orElse("").strip();
    if (!set.isEmpty()) {
      Matcher id = ID_AT_END.matcher(set);
      if (!id.find()) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "\"Page for new databases\" is \"%s\", expected the address of a page in Notion. Copy it there with Share → Copy link."
                .formatted(set));
      }
      return id.group(1);
    }
    Json answer =
        api.send(
            "POST",
            "/v1/search",
            new JsonObject().object("filter", only("page")).whole("page_size", NotionApi.MOST),
            "");
    // Pages of a database are rows; a table inside a row is not what anybody looks for.
    return answer.at("results").items().stream()
        .filter(page -> !page.at("parent").at("data_source_id").isPresent())
        .filter(page -> !page.at("in_trash").flag().orElse(false))
        .flatMap(page -> page.at("id").text().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    "No page is shared with the integration, expected one under which the database can be made. Open a page in Notion and add the integration under … → Connections."));
  }

  private static JsonObject only(String kind) {
    return new JsonObject().text("property", "object").text("value", kind);
  }

  private static String path(String source) {
    return "/v1/data_sources/" + source;
  }
}
