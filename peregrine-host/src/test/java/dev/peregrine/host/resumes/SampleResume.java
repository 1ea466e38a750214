package dev.peregrine.host.resumes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A résumé that was made up for tests, and what a reader should find in it. */
record SampleResume(
    String name,
    List<String> kinds,
    List<String> lines,
    String person,
    List<String[]> work,
    List<String[]> education,
    List<String> skills) {

  static List<SampleResume> all() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(SampleResume.class.getResourceAsStream("/resumes/resumes.txt"))) {
      var samples = new ArrayList<SampleResume>();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("(?m)^===== ")) {
        if (!part.isBlank()) {
          samples.add(of(part));
        }
      }
      return samples;
    }
  }

  private static SampleResume of(String text) {
    String[] halves = text.split("(?m)^--- expect\n");
    List<String> lines = new ArrayList<>(halves[0].lines().toList());
    List<String> title = List.of(lines.removeFirst().split(" "));
    String person = "";
    var work = new ArrayList<String[]>();
    var education = new ArrayList<String[]>();
    List<String> skills = List.of();
    for (String line : halves[1].lines().toList()) {
      String[] parts = line.split(": ", 2);
      switch (parts[0]) {
        case "name" -> person = parts[1];
        case "work" -> work.add(parts[1].split(" \\| "));
        case "edu" -> education.add(parts[1].split(" \\| "));
        case "skills" -> skills = List.of(parts[1].split("; "));
        default -> throw new IllegalArgumentException("Expectation \"" + line + "\"");
      }
    }
    return new SampleResume(
        title.getFirst(), title.subList(1, title.size()), lines, person, work, education, skills);
  }
}
