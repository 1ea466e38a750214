package dev.peregrine.host.person;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.resumes.Evidence;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.ResumeFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** An invented person with a whole résumé, to look at the pages. */
final class SampleResume {

  static final String TEXT =
      """
      Mara Lindqvist
      Senior Product Designer
      mara@lindqvist.example   +49 30 5550 1234   Berlin

      Profile
      I design tools for people who work with data all day: calm, quick, and right at four in
      the morning.

      Experience
      Lead Product Designer, Lumen Logistik, Berlin
      03/2021 – present
      • Rebuilt the dispatch view that 300 people use around the clock
      • Cut wrong assignments by a third
      • Grew the design system from 25 to 40 components
      Product Designer, Havenport Software, Hamburg
      2017 – 2021
      • Planned and ran research with harbour pilots
      • Designed the berth planner

      Education
      M.A. Interaction Design, Fachhochschule Potsdam, 2017

      Skills
      Product design, user research, design systems, Figma, HTML, CSS
      Languages: Swedish (native), German (C2), English (C1)

      Me in between \uE0B7 climbing and bread
      """;

  private static final String JSON =
      """
      {"basics": {"name": "Mara Lindqvist", "label": "Senior Product Designer",
          "email": "mara@lindqvist.example", "phone": "+49 30 5550 1234",
          "summary": "I design tools for people who work with data all day: calm, quick, and right at four in the morning.",
          "location": {"city": "Berlin"},
          "profiles": [{"network": "LinkedIn", "url": "https://linkedin.example/mara"}]},
       "work": [
         {"name": "Lumen Logistik", "position": "Lead Product Designer", "location": "Berlin",
          "startDate": "2021-03", "current": true, "highlights": [
            "Rebuilt the dispatch view that 300 people use around the clock",
            "Cut wrong assignments by a third", "Grew the design system from 25 to 40 components"]},
         {"name": "Havenport Software", "position": "Product Designer", "location": "Hamburg",
          "startDate": "2017", "endDate": "2021", "highlights": [
            "Planned and ran research with harbour pilots", "Designed the berth planner"]}],
       "education": [{"institution": "Fachhochschule Potsdam", "area": "Interaction Design",
          "studyType": "M.A.", "endDate": "2017"}],
       "skills": [{"name": "Product design", "years": 9}, {"name": "User research"},
         {"name": "Tools", "keywords": ["Figma", "HTML", "CSS"]}],
       "languages": [{"language": "Swedish", "fluency": "native"},
         {"language": "German", "fluency": "C2"}, {"language": "English", "fluency": "C1"}],
       "interests": [{"name": "Climbing"}]}
      """;

  private SampleResume() {}

  static ResumeDocument document(String json) {
    return ResumeJson.read(json).orElseThrow();
  }

  static ParsedResume parsed(String json) {
    List<String> lines = TEXT.lines().toList();
    return new ParsedResume(
        document(json),
        TEXT,
        IntStream.range(0, lines.size())
            .mapToObj(at -> new SourceLine(at + 1, 1, lines.get(at), false))
            .toList(),
        List.of(
            new Evidence("work[1].location", "Hamburg", 0.6, 15, 15),
            new Evidence("work[1].startDate", "2017", 0.5, 16, 16),
            new Evidence("interests[0].name", "Climbing", 0.4, 27, 27)),
        List.of());
  }

  static ResumeFile file(String json) {
    return new ResumeFile(
        "mara-lindqvist.txt",
        "TXT",
        TEXT,
        Reading.json(parsed(json)),
        TEXT.getBytes(StandardCharsets.UTF_8));
  }

  /** Mara's résumé, a second one, and what is known of her. */
  static Resume store(World world) throws Exception {
    return world.as(
        () -> {
          Resume mara =
              world.resumes.create(
                  "Product design",
                  new ResumeContent(
                      Resume.Origin.GIVEN,
                      TEXT,
                      ResumeJson.write(document(JSON)),
                      "mara-lindqvist.txt",
                      Optional.of(file(JSON)),
                      OptionalLong.empty()));
          world.resumes.create(
              "Research", ResumeContent.text("Mara Lindqvist\nUser researcher", "research.txt"));
          world.people.fillFrom(document(JSON));
          People.Stored<Person> person = world.people.person();
          world.people.save(
              person.version(),
              PersonForm.changed(PersonForm.changed(person.value(), "add-mission"), "add-link"));
          return mara;
        });
  }

  /** A newer file that says a little else, waiting to be merged. */
  static long newer(World world, Resume mara) throws Exception {
    String json =
        JSON.replace("Senior Product Designer", "Design Lead")
            .replace("Cut wrong assignments by a third", "Cut wrong assignments by 34 %")
            .replace(
                "\"interests\": [{\"name\": \"Climbing\"}]",
                "\"awards\": [{\"title\": \"Harbour prize\", \"awarder\": \"Town of Hamburg\", \"date\": \"2019\"}]");
    return world.as(() -> world.resumes.keep(mara.id(), file(json)));
  }
}
