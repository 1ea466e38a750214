package dev.peregrine.host.boot;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A tracker that keeps its tables in a file instead of at a service, so that a test can look at
 * them, change them as a person would, and have it fail.
 */
final class TrackerJar {

  static final String KEY = "integration/slate";

  private static final String SOURCE =
      """
      package slate;
      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
      import dev.peregrine.api.integration.TrackerRow.Cell;
      import java.io.*;
      import java.net.URI;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.function.Consumer;
      public final class Slate implements Tracker {
        public IntegrationDescriptor.ForTracker descriptor() {
          return IntegrationDescriptor.ForTracker.of(
              About.of("slate", "Village slate", "Tables of the village.").withSettings(
                  new SettingSpec.Text("file", "File", "", true, Optional.empty())), CAPABILITIES)
              .withLimits(10, 200);
        }
        private static Path file(IntegrationContext c) { return Path.of(c.settings().text("file").orElseThrow()); }
        private static Properties load(IntegrationContext c, String call) throws ExtensionException {
          try {
            Files.writeString(Path.of(file(c) + ".calls"), call + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var p = new Properties();
            if (Files.exists(file(c))) { try (Reader in = Files.newBufferedReader(file(c))) { p.load(in); } }
            String trouble = p.getProperty("trouble", "");
            if (trouble.startsWith("RATE")) throw ExtensionException.rateLimited("Village slate is busy.", Duration.ofMinutes(7));
            if (!trouble.isEmpty() && !trouble.contains(" ")) throw new ExtensionException(Kind.valueOf(trouble), "Village slate: " + trouble + ".");
            return p;
          } catch (IOException e) { throw new ExtensionException(Kind.UNAVAILABLE, "The slate is away."); }
        }
        private static void keep(IntegrationContext c, Properties p) throws ExtensionException {
          try (Writer out = Files.newBufferedWriter(file(c))) { p.store(out, ""); }
          catch (IOException e) { throw new ExtensionException(Kind.UNAVAILABLE, "The slate is away."); }
        }
        public String test(IntegrationContext c) throws ExtensionException { load(c, "test"); return "One slate."; }
        private static TrackerTarget target(Properties p, String id) throws ExtensionException {
          if (p.getProperty("table." + id) == null)
            throw new ExtensionException(Kind.BAD_SETTINGS, "The table \\"" + id + "\\" is gone.");
          var columns = new ArrayList<TrackerTarget.Column>();
          for (String key : new TreeSet<>(p.stringPropertyNames())) {
            if (key.startsWith("col." + id + ".")) {
              String[] said = p.getProperty(key).split("[|]");
              columns.add(TrackerTarget.Column.of(key.substring(5 + id.length()), said[1], TrackerTarget.Kind.valueOf(said[0])));
            }
          }
          return new TrackerTarget(id, p.getProperty("table." + id), Optional.of(URI.create("https://slate.example/" + id)), columns);
        }
        public List<TrackerTarget> targets(IntegrationContext c) throws ExtensionException {
          var p = load(c, "targets");
          var all = new ArrayList<TrackerTarget>();
          for (String key : new TreeSet<>(p.stringPropertyNames())) if (key.startsWith("table.")) all.add(target(p, key.substring(6)));
          return all;
        }
        public TrackerTarget target(String id, IntegrationContext c) throws ExtensionException { return target(load(c, "target"), id); }
        private static void add(Properties p, String id, List<TrackerTarget.Column> columns) {
          int n = p.size();
          for (var column : columns) p.setProperty("col." + id + ".c" + (100 + n++), column.kind() + "|" + column.name());
        }
        public TrackerTarget create(String name, List<TrackerTarget.Column> columns, IntegrationContext c) throws ExtensionException {
          var p = load(c, "create"); p.setProperty("table.made", name); add(p, "made", columns); keep(c, p); return target(p, "made");
        }
        public TrackerTarget addColumns(String id, List<TrackerTarget.Column> columns, IntegrationContext c) throws ExtensionException {
          var p = load(c, "addColumns"); add(p, id, columns); keep(c, p); return target(p, id);
        }
        private static String text(Cell cell) {
          return switch (cell) {
            case Cell.Text t -> t.text(); case Cell.Number n -> n.number().toPlainString(); case Cell.Day d -> d.day().toString();
            case Cell.Moment m -> m.moment().toString(); case Cell.Link l -> l.address().toString();
            case Cell.Choices w -> String.join("+", w.words()); case Cell.Check k -> "" + k.checked(); case Cell.Empty e -> "";
          };
        }
        public void push(Push push, IntegrationContext c, Consumer<PushOutcome> done) throws ExtensionException {
          var p = load(c, push.dryRun() ? "push dry" : "push " + push.rows().size());
          if (push.rows().size() > 10) throw new IllegalStateException("too many");
          int n = 0;
          for (TrackerRow row : push.rows()) {
            String trouble = p.getProperty("trouble", "");
            if (trouble.startsWith("after ") && n++ >= Integer.parseInt(trouble.substring(6)))
              throw new ExtensionException(Kind.UNAVAILABLE, "The slate broke.");
            String key = "row." + push.target() + "." + row.externalId();
            if (row.cells().values().stream().anyMatch(cell -> text(cell).contains(p.getProperty("refuse", "refuse")))) {
              done.accept(new PushOutcome.Failed(row.externalId(), new ExtensionException(Kind.REFUSED, "The slate takes no such title.")));
              continue;
            }
            boolean there = p.getProperty(key) != null;
            var changes = new ArrayList<PushOutcome.Change>();
            row.cells().forEach((column, cell) -> {
              String before = p.getProperty(key + "." + column, "");
              if (!before.equals(text(cell))) changes.add(new PushOutcome.Change(column, before.isEmpty() ? Optional.empty() : Optional.of(new Cell.Text(before)), cell));
              if (!push.dryRun()) p.setProperty(key + "." + column, text(cell));
            });
            if (!push.dryRun()) { p.setProperty(key, "there"); keep(c, p); }
            done.accept(new PushOutcome.Written(row.externalId(), Optional.of("r" + row.externalId()),
                there ? PushOutcome.Effect.CHANGED : PushOutcome.Effect.ADDED, Optional.of(URI.create("https://slate.example/" + row.externalId())), changes));
          }
        }
        public void archive(Push push, IntegrationContext c, Consumer<PushOutcome> done) throws ExtensionException {
          var p = load(c, push.dryRun() ? "archive dry" : "archive " + push.rows().size());
          for (TrackerRow row : push.rows()) {
            if (!push.dryRun()) { p.remove("row." + push.target() + "." + row.externalId()); keep(c, p); }
            done.accept(new PushOutcome.Written(row.externalId(), Optional.empty(), PushOutcome.Effect.ARCHIVED, Optional.empty(), List.of()));
          }
        }
        public SyncPoint pull(Pull pull, Optional<String> since, IntegrationContext c, Consumer<Pulled> found) throws ExtensionException {
          var p = load(c, "pull");
          String begin = "row." + pull.target() + ".";
          for (String key : p.stringPropertyNames()) {
            if (key.startsWith(begin) && key.indexOf('.', begin.length()) < 0) {
              var cells = new HashMap<String, Cell>();
              for (String column : pull.columns()) {
                String text = p.getProperty(key + "." + column, "");
                cells.put(column, text.isEmpty() ? new Cell.Empty() : new Cell.Text(text));
              }
              found.accept(new Pulled(new TrackerRow(key.substring(begin.length()), Optional.empty(), cells), Optional.empty(), p.getProperty(key).equals("gone")));
            }
          }
          return new SyncPoint("read", false);
        }
      }
      """;

  private final Path file;

  private TrackerJar(Path file) {
    this.file = file;
  }

  /** One that can do everything. */
  static TrackerJar in(Path home) throws IOException {
    return in(
        home,
        "Capability.CREATE_TARGETS, Capability.ADD_COLUMNS, Capability.ARCHIVE, Capability.PULL");
  }

  static TrackerJar in(Path home, String capabilities) throws IOException {
    Path shipped = Files.createDirectories(home.resolve("shipped"));
    PluginJar.write(
        shipped.resolve("integration-slate-1.0.jar"),
        Map.of(
            "Plugin-Id", "integration-slate",
            "Plugin-Version", "1.0",
            "Plugin-Requires", "0.1",
            "Plugin-Provider", "Test"),
        "dev.peregrine.api.integration.Integration",
        "slate.Slate",
        SOURCE.replace(", CAPABILITIES", capabilities.isEmpty() ? "" : ", " + capabilities));
    var slate = new TrackerJar(home.resolve("slate.properties"));
    slate.change(
        table -> {
          table.setProperty("table.jobs", "Applications");
          table.setProperty("col.jobs.a", "TITLE|Position");
          table.setProperty("col.jobs.b", "TEXT|Company name");
          table.setProperty("col.jobs.c", "CHOICE|Status");
          table.setProperty("col.jobs.d", "NUMBER|Match score");
          table.setProperty("col.jobs.e", "TEXT|Notes");
          table.setProperty("col.jobs.f", "TEXT|Peregrine ID");
        });
    return slate;
  }

  Map<String, String> settings() {
    return Map.of("file", file.toString());
  }

  @FunctionalInterface
  interface Change {
    void to(Properties table);
  }

  Properties table() {
    var table = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        table.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return table;
  }

  void change(Change change) {
    Properties table = table();
    change.to(table);
    try (Writer out = Files.newBufferedWriter(file)) {
      table.store(out, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values of a column over all rows of a table, in their order. */
  List<String> column(String target, String column) {
    Properties table = table();
    return rows(target).map(row -> table.getProperty(row + "." + column, "")).toList();
  }

  private Stream<String> rows(String target) {
    String begin = "row." + target + ".";
    return table().stringPropertyNames().stream()
        .filter(key -> key.startsWith(begin) && key.indexOf('.', begin.length()) < 0)
        .sorted(
            java.util.Comparator.comparingInt(
                key -> Integer.parseInt(key.substring(key.lastIndexOf('-') + 1))));
  }

  /** What was asked for since the last look. */
  List<String> calls() throws IOException {
    Path calls = Path.of(file + ".calls");
    if (!Files.exists(calls)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(calls);
    Files.delete(calls);
    return lines;
  }
}
