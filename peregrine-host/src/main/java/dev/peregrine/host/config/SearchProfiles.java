package dev.peregrine.host.config;

import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The current tenant's {@code config/search_profiles.yaml}. */
public final class SearchProfiles {

  private final LastGood<List<SearchProfile>> good =
      new LastGood<>(file -> file.text().map(text -> read(file, text)).orElse(List.of()));

  /**
   * All profiles, in the file's order; none where there is no file. While the file has a mistake,
   * those that it had before.
   *
   * @throws ConfigException where the file cannot be read and never could
   */
  public List<SearchProfile> all() {
    return good.current(file());
  }

  /** What is wrong with the file, and what holds until it is corrected; empty for nothing. */
  public Optional<String> problem() {
    return good.problem(file());
  }

  /** A short text that differs where the profile that is stored under that name does. */
  public String mark(String name) {
    return find(name)
        .map(profile -> ChangedMeanwhileException.mark(ProfileWriter.item(profile).toString()))
        .orElse("");
  }

  /**
   * Stores a profile as a page shows it.
   *
   * @param old the name under which the page found it; empty for a new one
   * @param seen {@link #mark} as the page was made
   * @throws ChangedMeanwhileException where it is another now
   * @throws ConfigException as {@link #save(SearchProfile)}
   */
  public synchronized void save(SearchProfile profile, String old, String seen) {
    if (!old.isEmpty() && !mark(old).equals(seen)) {
      throw new ChangedMeanwhileException("This search");
    }
    save(profile);
    if (!old.isEmpty() && !profile.name().equals(old)) {
      remove(old);
    }
  }

  /** The profile of that name. */
  public Optional<SearchProfile> find(String name) {
    return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /**
   * Stores a profile in place of the one of the same name, or as a new one. Comments and entries
   * that Peregrine does not know stay as they are.
   *
   * @throws ConfigException where the present file cannot be read, which is then left alone, or the
   *     new one cannot be written
   */
  public synchronized void save(SearchProfile profile) {
    YamlFile file = file();
    Optional<String> text = file.text();
    List<SearchProfile> before = text.map(present -> read(file, present)).orElse(List.of());
    var after = new ArrayList<>(before);
    int place = indexOf(before, profile.name());
    if (place < 0) {
      after.add(profile);
    } else {
      after.set(place, profile);
    }
    if (after.equals(before)) {
      return;
    }
    write(
        file,
        text,
        after,
        place < 0
            ? List.of(present -> appended(file, present, profile))
            : List.of(
                present -> changed(file, present, place, profile, before.get(place), false),
                present -> changed(file, present, place, profile, before.get(place), true)));
  }

  /** Takes a profile away; nothing happens where there is none. */
  public synchronized void remove(String name) {
    YamlFile file = file();
    Optional<String> text = file.text();
    List<SearchProfile> before = text.map(present -> read(file, present)).orElse(List.of());
    int place = indexOf(before, name);
    if (place < 0) {
      return;
    }
    var after = new ArrayList<>(before);
    after.remove(place);
    write(file, text, after, List.of(present -> removed(file, present, place)));
  }

  /**
   * A profile of a text.
   *
   * @param problem why there is none, as a sentence; else empty
   */
  public record Read(String name, Optional<SearchProfile> profile, String problem) {}

  /**
   * The profiles of a text that is nobody's configuration here, each read by itself: one with a
   * mistake does not take the others along. The Python program wrote a list, or one, or both.
   *
   * @param name of the file, for messages
   * @throws ConfigException where it is no YAML
   */
  public static List<Read> readEach(String name, String text) {
    var file = new YamlFile(Path.of(name));
    return file.parse(text).map(ProfileReader::readEach).orElse(List.of());
  }

  private interface Attempt {
    /** The new text; empty where the file's style is not one that can be edited by lines. */
    Optional<String> text(String present);
  }

  /** Tries to edit by lines; a whole new file is the last resort, and then the old one is kept. */
  private static void write(
      YamlFile file, Optional<String> text, List<SearchProfile> wanted, List<Attempt> attempts) {
    if (text.isEmpty()) {
      file.write(ProfileWriter.file(wanted));
      return;
    }
    for (Attempt attempt : attempts) {
      Optional<String> edited = attempt.text(text.get());
      if (edited.isPresent() && reads(file, edited.get(), wanted)) {
        file.write(edited.get());
        return;
      }
    }
    if (file.parse(text.get()).isPresent()) {
      new YamlFile(file.path().resolveSibling(file.path().getFileName() + ".before"))
          .write(text.get());
    }
    file.write(ProfileWriter.file(wanted));
  }

  private static Optional<String> changed(
      YamlFile file,
      String present,
      int place,
      SearchProfile profile,
      SearchProfile before,
      boolean everyEntry) {
    YamlPart part = parts(file, present).get(place);
    if (!(part.node() instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      return Optional.empty();
    }
    List<YamlEdit.Entry> old = ProfileWriter.entries(before);
    List<YamlEdit.Entry> entries = new ArrayList<>(ProfileWriter.entries(profile));
    if (!everyEntry) {
      entries.removeIf(old::contains);
    }
    var edit = new YamlEdit(present);
    edit.set(mapping, entries);
    return Optional.of(edit.text());
  }

  private static Optional<String> appended(YamlFile file, String present, SearchProfile profile) {
    List<YamlPart> parts = parts(file, present);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    var edit = new YamlEdit(present);
    edit.append(parts.getLast().node(), ProfileWriter.item(profile));
    return Optional.of(edit.text());
  }

  private static Optional<String> removed(YamlFile file, String present, int place) {
    var edit = new YamlEdit(present);
    edit.remove(parts(file, present).get(place).node());
    return Optional.of(edit.text());
  }

  private static List<YamlPart> parts(YamlFile file, String text) {
    return file.parse(text).map(ProfileReader::parts).orElse(List.of());
  }

  private static List<SearchProfile> read(YamlFile file, String text) {
    return file.parse(text).map(ProfileReader::read).orElse(List.of());
  }

  private static boolean reads(YamlFile file, String text, List<SearchProfile> wanted) {
    try {
      return read(file, text).equals(wanted);
    } catch (ConfigException notYaml) {
      return false;
    }
  }

  private static int indexOf(List<SearchProfile> profiles, String name) {
    return profiles.stream().map(SearchProfile::name).toList().indexOf(name);
  }

  private static YamlFile file() {
    return new YamlFile(Tenant.current().config().resolve("search_profiles.yaml"));
  }
}
