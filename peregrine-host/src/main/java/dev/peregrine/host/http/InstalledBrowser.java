package dev.peregrine.host.http;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of this machine: one of the Chromium family, where it is usually installed. It is
 * looked for at each use, so that one installed meanwhile is found.
 *
 * @param environment as the program was started with: {@code PEREGRINE_CHROMIUM} names a browser,
 *     {@code PATH} and the folders of Windows lead to others
 */
public record InstalledBrowser(Map<String, String> environment) {

  /** The variable that names the browser to use. */
  static final String NAMED = "PEREGRINE_CHROMIUM";

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "msedge");

  private static final List<String> ON_MACOS =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

  private static final List<String> WINDOWS_FOLDERS =
      List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

  private static final List<String> ON_WINDOWS =
      List.of(
          "Google\\Chrome\\Application\\chrome.exe",
          "Chromium\\Application\\chrome.exe",
          "Microsoft\\Edge\\Application\\msedge.exe");

  public InstalledBrowser {
    environment = Map.copyOf(environment);
  }

  /** None, whatever is installed. */
  static InstalledBrowser none() {
    return new InstalledBrowser(Map.of(NAMED, "none"));
  }

  /** The program; empty where there is none, or the one that is named is not there. */
  public Optional<Path> find() {
    return candidates().flatMap(InstalledBrowser::program).findFirst();
  }

  private Stream<String> candidates() {
    Optional<String> named =
        Optional.ofNullable(environment.get(NAMED)).filter(name -> !name.isBlank());
    return named.isPresent()
        ? named.stream()
        : Stream.of(onPath(), ON_MACOS.stream(), onWindows()).flatMap(each -> each);
  }

  private Stream<String> onPath() {
    List<String> folders = List.of(value("PATH").split(File.pathSeparator));
    String ending = File.separatorChar == '\\' ? ".exe" : "";
    return NAMES.stream()
        .flatMap(
            name ->
                folders.stream()
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> folder + File.separator + name + ending));
  }

  private Stream<String> onWindows() {
    return WINDOWS_FOLDERS.stream()
        .map(this::value)
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> ON_WINDOWS.stream().map(program -> folder + "\\" + program));
  }

  /** Windows does not tell the case of names apart. */
  private String value(String name) {
    return environment.entrySet().stream()
        .filter(
            entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static Stream<Path> program(String name) {
    try {
      Path path = Path.of(name);
      return path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)
          ? Stream.of(path)
          : Stream.empty();
    } catch (InvalidPathException odd) {
      return Stream.empty();
    }
  }

  /** Names no value: an environment holds secrets. */
  @Override
  public String toString() {
    return find().map(Path::toString).orElse("no browser");
  }
}
