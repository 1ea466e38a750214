package dev.peregrine.host.plugins;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that may run where a program serves people who are strangers to it: those whose
 * SHA-256 stands in a list that whoever runs the program wrote. Without a list, those that came
 * with the program. A list that cannot be read lets none run. What of them works for a tenant, that
 * tenant decides.
 */
public final class CuratedPlugins {

  private static final Logger LOG = LoggerFactory.getLogger(CuratedPlugins.class);
  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{64})(?:\\s.*)?");
  private static final int REMEMBERED = 2_000;

  private static final String HEAD =
      """
      # The plugins that may run, by SHA-256: peregrine plugin curate wrote them down.
      # Take out what is not to run; nothing else does.
      """;

  private final Path list;
  private final Map<Path, Choice> choices =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Choice> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What a tenant's file said when it was last read. */
  private record Choice(String stamp, Set<String> off) {}

  /**
   * A plugin as it lies there.
   *
   * @param id from its manifest; its file's name where it cannot be read
   * @param listed whether it may run
   */
  public record Found(
      String id, String version, String file, String sha256, boolean shipped, boolean listed) {}

  /**
   * @param list a file with a SHA-256 at the beginning of each line; need not exist
   */
  public CuratedPlugins(Path list) {
    this.list = list;
  }

  /**
   * What lies in the folders, without running anything of it.
   *
   * @param shipped folders with the plugins that came with the program
   */
  public List<Found> found(List<Path> shipped, Path dropFolder, InstantSource clock) {
    var files = new PluginFiles(shipped, dropFolder, clock);
    files.lookAtShipped(Set.of());
    Optional<Set<String>> listed = listed();
    return files.all().stream()
        .flatMap(
            found ->
                found instanceof FoundPlugin.Sound sound
                    ? Optional.of(found(sound, listed)).stream()
                    : Optional.<Found>empty().stream())
        .toList();
  }

  private static Found found(FoundPlugin.Sound sound, Optional<Set<String>> listed) {
    return new Found(
        sound.facts().id(),
        sound.facts().version(),
        String.valueOf(sound.file().path().getFileName()),
        sound.copy().sha256(),
        sound.file().shipped(),
        lets(sound, listed));
  }

  /** Writes the list anew. */
  public void write(List<Found> plugins) {
    var text = new StringBuilder(HEAD);
    plugins.forEach(
        each -> text.append(each.sha256()).append("  ").append(each.file()).append('\n'));
    try {
      Path folder = Files.createDirectories(list.toAbsolutePath().getParent());
      Path part = Files.createTempFile(folder, "plugins", ".part");
      Files.writeString(part, text);
      Files.move(part, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The list could not be written to \"%s\". Make the folder writable and free some space."
              .formatted(list),
          failed);
    }
  }

  /** Whether a file of plugins is on the list, or came with the program where there is none. */
  Verdict verdict(FoundPlugin.Sound sound, Optional<Set<String>> listed) {
    if (lets(sound, listed)) {
      return Verdict.on();
    }
    return new Verdict(
        PluginState.OFF,
        "It is not on the list of plugins that may run here, \"%s\"."
            .formatted(list.getFileName()));
  }

  private static boolean lets(FoundPlugin.Sound sound, Optional<Set<String>> listed) {
    return listed
        .map(hashes -> hashes.contains(sound.copy().sha256()))
        .orElse(sound.file().shipped());
  }

  /** The hashes on the list; empty where there is no list. */
  Optional<Set<String>> listed() {
    List<String> lines;
    try {
      lines = Files.readAllLines(list);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      LOG.error("List \"{}\" cannot be read, so no plugin runs.", list, unreadable);
      return Optional.of(Set.of());
    }
    var hashes = new ArrayList<String>();
    for (String line : lines) {
      String text = line.strip();
      Matcher read = LINE.matcher(text);
      if (read.matches()) {
        hashes.add(read.group(1).toLowerCase(Locale.ROOT));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        LOG.warn(
            "List \"{}\": \"{}\" begins with no SHA-256, expected 64 of 0-9 and a-f.", list, text);
      }
    }
    return Optional.of(Set.copyOf(hashes));
  }

  /** The ids of the plugins that the current tenant switched off. */
  Set<String> off() {
    return Tenant.find().map(tenant -> off(file(tenant))).orElse(Set.of());
  }

  private Set<String> off(Path file) {
    String stamp = stamp(file);
    synchronized (choices) {
      Choice known = choices.get(file);
      if (known != null && known.stamp().equals(stamp)) {
        return known.off();
      }
    }
    Set<String> off =
        stamp.isEmpty()
            ? Set.of()
            : new PluginDecisions(file)
                .all().entrySet().stream()
                    .filter(decision -> !decision.getValue().allowed())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
    synchronized (choices) {
      choices.put(file, new Choice(stamp, off));
    }
    return off;
  }

  /** What the current tenant decided. */
  PluginDecisions decisions() {
    return new PluginDecisions(file(Tenant.current()));
  }

  private static Path file(Tenant tenant) {
    return tenant.config().resolve("plugins.yaml");
  }

  private static String stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return "%d %s %s"
          .formatted(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    } catch (IOException none) {
      return "";
    }
  }
}
