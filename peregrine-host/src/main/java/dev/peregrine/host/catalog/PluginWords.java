package dev.peregrine.host.catalog;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Descriptor;
import dev.peregrine.host.plugins.ExtensionInfo;
import dev.peregrine.host.plugins.InstalledPlugin;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a plugin is and how it is. */
final class PluginWords {

  private static final int KILO = 1000;

  private PluginWords() {}

  static String kind(String point) {
    return switch (point) {
      case "board" -> t("catalog.board");
      case "scorer" -> t("catalog.scorer");
      case "llm" -> t("catalog.model");
      case "exporter" -> t("catalog.exporter");
      case "mail" -> t("catalog.mail-classifier");
      case "tracker", "documents", "calendar", "notifier", "integration" ->
          t("catalog.integration");
      default -> point;
    };
  }

  static String kinds(String point) {
    return kind(point) + "s";
  }

  private static String does(String point) {
    return switch (point) {
      case "board" -> t("catalog.look-for-jobs");
      case "scorer" -> t("catalog.say-how-well-jobs");
      case "llm" -> t("catalog.write-with-model");
      case "exporter" -> t("catalog.write-files");
      case "mail" -> t("catalog.read-what-mails-mean");
      default -> t("catalog.work-with-another-service");
    };
  }

  static CatalogPage.Waiting waiting(
      InstalledPlugin plugin, Optional<String> before, Optional<Locked> locked) {
    List<String> can = plugin.points().stream().map(PluginWords::does).distinct().toList();
    String purpose = can.isEmpty() ? "run" : can.getFirst();
    String kinds =
        plugin.points().isEmpty()
            ? t("catalog.does-not-say")
            : plugin.points().stream()
                .distinct()
                .map(PluginWords::kind)
                .collect(Collectors.joining(", "));
    String version =
        plugin.version().isEmpty() ? "" : ", " + t("catalog.version", "version", plugin.version());
    return new CatalogPage.Waiting(
        plugin.id(),
        t("catalog.let", "id", plugin.id(), "purpose", purpose),
        plugin.description(),
        kinds
            + version
            + (plugin.license().isEmpty()
                ? ""
                : ", " + t("catalog.under-licence", "licence", plugin.license())),
        plugin.provider().isEmpty() ? t("catalog.does-not-say") : plugin.provider(),
        plugin.hosts().map(h -> h.stream().sorted().toList()).orElse(List.of()),
        plugin.hosts().isEmpty()
            ? t("catalog.does-not-say-beforehand")
            : plugin.hosts().get().isEmpty()
                ? t("catalog.nobody-through-peregrine")
                : t("catalog.no-other-host-through"),
        can.isEmpty() ? "" : capital(String.join(" · ", can)),
        plugin.file().getFileName().toString(),
        size(plugin.bytes()),
        plugin.sha256(),
        hash(plugin.sha256()),
        !plugin.shipped(),
        plugin.reason(),
        before,
        locked);
  }

  static CatalogPage.Installed installed(
      InstalledPlugin plugin,
      String openSettings,
      Optional<String> before,
      Optional<Locked> locked,
      CatalogPage.Lately lately) {
    List<String> names =
        plugin.extensions().stream().map(e -> e.descriptor().about().name()).distinct().toList();
    var settings = new ArrayList<CatalogPage.Link>();
    for (ExtensionInfo extension : plugin.extensions()) {
      Descriptor descriptor = extension.descriptor();
      boolean hasForm =
          !descriptor.about().settings().isEmpty() || extension.point().equals("board");
      if (hasForm) {
        String label =
            plugin.extensions().size() > 1
                ? t("catalog.settings-of", "name", descriptor.about().name())
                : t("catalog.settings");
        settings.add(
            new CatalogPage.Link(label, formOf(extension), extension.key().equals(openSettings)));
      }
    }
    if (!plugin.shipped() && RecipeShelf.isRecipe(plugin)) {
      settings.add(
          new CatalogPage.Link(
              t("catalog.edit-recipe"), "/plugins/recipe?id=" + plugin.id(), false));
    }
    return new CatalogPage.Installed(
        plugin.id(),
        names.isEmpty() ? plugin.id() : String.join(", ", names),
        locked.isPresent() ? t("catalog.locked") : state(plugin),
        locked.isPresent() ? "" : tag(plugin),
        locked.isPresent() ? Icon.LOCK : icon(plugin),
        about(plugin),
        hosts(plugin),
        counted(plugin),
        plugin.state() == PluginState.ON ? lastProblem(plugin) : plugin.reason(),
        settings,
        plugin.license().isEmpty() ? t("catalog.does-not-say") : plugin.license(),
        plugin.file().getFileName().toString(),
        before,
        locked,
        lately,
        plugin.state() == PluginState.ON,
        plugin.state() == PluginState.BROKEN ? t("catalog.try-again") : t("catalog.switch-on"),
        !plugin.shipped());
  }

  /** An integration is tried before its settings are saved, which its own page does. */
  private static String formOf(ExtensionInfo extension) {
    return extension.point().equals("integration")
        ? "/settings/integrations/" + extension.descriptor().about().id()
        : "/plugins?settings=" + extension.key() + "#set";
  }

  private static boolean isStruggling(InstalledPlugin plugin) {
    return plugin.extensions().stream().anyMatch(e -> e.lastProblem().isPresent());
  }

  private static String state(InstalledPlugin plugin) {
    return switch (plugin.state()) {
      case ON -> isStruggling(plugin) ? t("catalog.running-with-problem") : t("catalog.running");
      case OFF -> t("catalog.off");
      case BROKEN -> t("catalog.broken");
      case WAITING -> t("catalog.waiting-for-you");
    };
  }

  private static String tag(InstalledPlugin plugin) {
    return switch (plugin.state()) {
      case ON -> isStruggling(plugin) ? "caution" : "positive";
      case OFF, WAITING -> "";
      case BROKEN -> "danger";
    };
  }

  private static Icon icon(InstalledPlugin plugin) {
    return switch (plugin.state()) {
      case ON -> isStruggling(plugin) ? Icon.WARN : Icon.CHECK;
      case OFF -> Icon.STOP;
      case BROKEN -> Icon.WARN;
      case WAITING -> Icon.CLOCK;
    };
  }

  private static String about(InstalledPlugin plugin) {
    String kind =
        plugin.points().isEmpty()
            ? t("catalog.plugin")
            : plugin.points().stream()
                .distinct()
                .map(PluginWords::kind)
                .collect(Collectors.joining(", "));
    String version = plugin.version().isEmpty() ? "" : " " + plugin.version();
    return kind + version + (plugin.provider().isEmpty() ? "" : " by " + plugin.provider());
  }

  private static List<String> hosts(InstalledPlugin plugin) {
    List<String> named =
        plugin.extensions().stream()
            .flatMap(e -> e.descriptor().about().hosts().stream())
            .distinct()
            .sorted()
            .toList();
    return named.isEmpty()
        ? plugin.hosts().map(h -> h.stream().sorted().toList()).orElse(List.of())
        : named;
  }

  private static String counted(InstalledPlugin plugin) {
    long calls = plugin.extensions().stream().mapToLong(ExtensionInfo::calls).sum();
    long failures = plugin.extensions().stream().mapToLong(ExtensionInfo::failures).sum();
    if (calls == 0) {
      return plugin.state() == PluginState.ON ? t("catalog.not-used-since-start") : "";
    }
    String used = t("catalog.used-times", "count", calls);
    return failures == 0 ? used : t("catalog.used-and-failed", "used", used, "failures", failures);
  }

  private static String lastProblem(InstalledPlugin plugin) {
    return plugin.extensions().stream()
        .map(ExtensionInfo::lastProblem)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  static String size(long bytes) {
    return bytes < KILO * KILO
        ? Math.max(bytes / KILO, 1) + " kB"
        : "%.1f MB".formatted(bytes / 1e6);
  }

  private static String hash(String sha256) {
    return sha256.length() < 16
        ? sha256
        : sha256.substring(0, 4)
            + " "
            + sha256.substring(4, 8)
            + " … "
            + sha256.substring(sha256.length() - 4);
  }
}
