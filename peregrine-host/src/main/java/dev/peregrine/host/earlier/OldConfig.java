package dev.peregrine.host.earlier;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.person.SaidElsewhere;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.secrets.SecretException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts the earlier program's settings beside what the person has here, which always stays. */
final class OldConfig {

  private static final String SOURCE = "plain_text_resume.yaml";
  private static final String NAME = "Earlier Peregrine";

  private final OldFiles files;
  private final Here here;
  private final Ledger ledger;
  private final OldSecrets secrets;
  private final boolean dry;

  OldConfig(OldFiles files, Here here, Ledger ledger, OldSecrets secrets, boolean dry) {
    this.files = files;
    this.here = here;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dry = dry;
  }

  private interface Part {
    void bring();
  }

  void bring() {
    part(this::profiles);
    part(this::blocklist);
    part(this::person);
    part(this::resume);
    part(this::services);
    part(this::boards);
    part(() -> new OldModels(files, ledger, secrets, dry).bring());
    part(() -> new OldMail(files, here.mailboxes(), ledger, secrets, dry).bring());
    files
        .named("user.yaml")
        .forEach(
            user -> {
              String tier = user.first("dev_tier_override", "tier");
              if (!tier.isEmpty() && !tier.equals("free")) {
                ledger.note(
                    "The tier “%s” was only written down there; here a licence opens one."
                        .formatted(tier));
              }
              if (user.has("docs_dir")) {
                ledger.note(
                    "Letters and other documents in “%s” stay where they are."
                        .formatted(user.text("docs_dir")));
              }
            });
  }

  /** A file here with a mistake stops what belongs to it and nothing else. */
  private void part(Part part) {
    try {
      part.bring();
    } catch (ConfigException broken) {
      ledger.unread(broken.sentence());
    } catch (SecretException closed) {
      ledger.unread(closed.sentence());
    }
  }

  private void profiles() {
    Map<String, SearchProfile> known = new HashMap<>();
    here.profiles().all().forEach(profile -> known.put(profile.name(), profile));
    for (String text : files.textsNamed("search_profiles.yaml")) {
      for (SearchProfiles.Read read :
          SearchProfiles.readEach("earlier/search_profiles.yaml", text)) {
        if (read.profile().isEmpty()) {
          ledger.line("searches", Ledger.Fate.LEFT);
          ledger.unread("Search “%s”: %s".formatted(read.name(), read.problem()));
          continue;
        }
        SearchProfile profile = read.profile().get();
        boolean saysNothing = profile.titles().isEmpty() && profile.locations().isEmpty();
        if (!saysNothing) {
          profile(profile, known);
        }
      }
    }
  }

  private void profile(SearchProfile profile, Map<String, SearchProfile> known) {
    SearchProfile present = known.get(profile.name());
    if (present != null) {
      ledger.line("searches", Ledger.Fate.SAME);
      if (!present.equals(profile)) {
        ledger.different("the search “%s”".formatted(profile.name()));
      }
      return;
    }
    ledger.line("searches", Ledger.Fate.ADDED);
    known.put(profile.name(), profile);
    for (String board : profile.boards()) {
      if (here.plugins().find(JobBoard.class, board).isEmpty()) {
        ledger.note(
            "Search “%s” names the board “%s”, which is not installed or not on."
                .formatted(profile.name(), board));
      }
    }
    if (!profile.excludedWords().isEmpty()) {
      ledger.note(
          "Excluded and blocked words count as whole words here: “sales” does not hide Salesforce.");
    }
    if (!dry) {
      here.profiles().save(profile);
    }
  }

  private void blocklist() {
    Blocklist present = here.blocklist().current();
    var companies = new LinkedHashSet<>(present.companies());
    var industries = new LinkedHashSet<>(present.industries());
    var locations = new LinkedHashSet<>(present.locations());
    for (Old file : files.named("blocklist.yaml")) {
      block(companies, file.texts("companies"));
      block(industries, file.texts("industries"));
      block(locations, file.texts("locations"));
    }
    for (Old file : files.named("search_profiles.yaml")) {
      Old page = file.at("default");
      block(companies, page.texts("blocklist_companies"));
      block(industries, page.texts("blocklist_industries"));
      block(locations, page.texts("blocklist_locations"));
    }
    var joined =
        new Blocklist(
            List.copyOf(companies),
            List.copyOf(industries),
            List.copyOf(locations),
            present.agencies(),
            present.postings());
    if (!dry && !joined.equals(present)) {
      here.blocklist().save(joined);
    }
  }

  private void block(LinkedHashSet<String> list, List<String> more) {
    for (String text : more) {
      boolean known = list.stream().anyMatch(text::equalsIgnoreCase);
      ledger.line("blocked words", known ? Ledger.Fate.SAME : Ledger.Fate.ADDED);
      if (!known) {
        list.add(text);
      }
    }
  }

  private List<Old> resumes() {
    var all = new ArrayList<>(files.named(SOURCE));
    if (all.isEmpty()) {
      files.named("linkedin_stage.json").stream()
          .map(stage -> stage.at("extracted"))
          .filter(one -> !one.isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  private void person() {
    var facts = new LinkedHashMap<String, String>();
    var links = new LinkedHashMap<String, String>();
    var missions = new LinkedHashMap<String, String>();
    var hidden = new LinkedHashSet<String>();
    var self = new LinkedHashMap<String, String>();
    boolean accessibility = false;
    boolean queer = false;
    for (Old user : files.named("user.yaml")) {
      for (String key : List.of("name", "email", "phone")) {
        put(facts, key, user.text(key));
      }
      put(facts, "summary", user.text("career_summary"));
      put(facts, "voice", user.text("candidate_voice"));
      put(links, "LinkedIn", user.text("linkedin"));
      hidden.addAll(user.texts("nda_companies"));
      Old mission = user.at("mission_preferences");
      mission.values().keySet().forEach(domain -> put(missions, domain, mission.text(domain)));
      user.list("mission_preferences")
          .forEach(row -> put(missions, row.first("industry", "domain", "name"), row.text("note")));
      accessibility |= user.flag("candidate_accessibility_focus");
      queer |= user.flag("candidate_lgbtq_focus");
    }
    for (Old resume : resumes()) {
      more(resume, facts, links, self);
    }
    SaidElsewhere.Taken taken =
        here.people()
            .take(
                new SaidElsewhere(
                    facts, links, missions, List.copyOf(hidden), accessibility, queer, self),
                !dry);
    taken.added().forEach(field -> ledger.line("fields about you", Ledger.Fate.ADDED));
    taken
        .kept()
        .forEach(
            field -> {
              ledger.line("fields about you", Ledger.Fate.SAME);
              ledger.different("your " + field);
            });
    if (taken.added().stream().anyMatch(field -> field.contains("self-identification"))) {
      ledger.note(
          "Look over what you say of yourself in forms: the earlier settings filled in gender and pronouns by themselves.");
    }
  }

  private static void more(
      Old resume, Map<String, String> facts, Map<String, String> links, Map<String, String> self) {
    Old person = new OldResume(resume, Old.of("")).personal();
    String two = (person.text("first_name") + " " + person.text("last_name")).strip();
    put(
        facts,
        "name",
        two.isEmpty() ? (person.text("name") + " " + person.text("surname")).strip() : two);
    put(facts, "email", person.text("email"));
    put(facts, "phone", (person.text("phone_prefix") + person.text("phone")).strip());
    put(facts, "street", person.first("address", "street"));
    put(facts, "postalCode", person.first("zip_code", "zip", "postal_code"));
    put(facts, "town", person.text("city"));
    put(facts, "summary", resume.first("career_summary", "summary"));
    put(links, "LinkedIn", person.first("linkedin", "linkedin_url"));
    put(links, "GitHub", person.text("github"));
    put(
        facts,
        "notice",
        resume.has("availability")
            ? resume.at("availability").text("notice_period")
            : resume.text("notice_period"));
    String range = resume.at("salary_expectations").text("salary_range_usd");
    String least = resume.text("salary_min");
    String most = resume.text("salary_max");
    put(
        facts,
        "salary",
        !range.isEmpty()
            ? range + " USD"
            : least.isEmpty() || least.equals("0")
                ? ""
                : most.isEmpty() || most.equals("0") ? least : least + "–" + most);
    Old wishes = resume.has("work_preferences") ? resume.at("work_preferences") : resume;
    String moves = wishes.first("open_to_relocation", "relocation");
    put(
        facts,
        "relocation",
        moves.isEmpty()
            ? ""
            : wishes.flag("open_to_relocation") || wishes.flag("relocation") ? "Yes" : "No");
    Old said = resume.has("self_identification") ? resume.at("self_identification") : resume;
    for (String key : List.of("gender", "pronouns", "ethnicity", "veteran", "disability")) {
      put(self, key, said.first(key, key + "_status"));
    }
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (!value.isEmpty() && !key.isEmpty()) {
      map.putIfAbsent(key, value);
    }
  }

  private void resume() {
    Old keywords = files.named("resume_keywords.yaml").stream().findFirst().orElse(Old.of(""));
    boolean any = false;
    for (Old root : resumes()) {
      var old = new OldResume(root, keywords);
      if (!old.isEmpty()) {
        any = true;
        ResumeDocument document = old.document();
        resume(ResumeUploads.plain(document), ResumeJson.write(document), SOURCE);
      }
    }
    for (Old user : files.named("user.yaml")) {
      String raw = user.first("resume_raw_text", "_raw_resume_text");
      if (!any && !raw.isEmpty()) {
        any = true;
        resume(raw, "{}", "user.yaml");
      }
    }
    if (!any && !keywords.isEmpty()) {
      ledger.note(
          "There is no résumé to which the words of resume_keywords.yaml belong; they are kept.");
    }
  }

  private void resume(String text, String document, String source) {
    boolean known =
        text.isBlank()
            || here.resumes().all().stream()
                .anyMatch(
                    resume ->
                        here.resumes().versions(resume.id()).stream()
                            .filter(version -> version.sourceName().equals(source))
                            .flatMap(
                                version ->
                                    here.resumes().version(resume.id(), version.number()).stream())
                            .anyMatch(version -> version.text().equals(text.strip())));
    ledger.line("résumés", known ? Ledger.Fate.SAME : Ledger.Fate.ADDED);
    if (!known && !dry) {
      boolean first = here.resumes().all().isEmpty();
      here.resumes()
          .create(
              first ? Resumes.USUAL_NAME : NAME,
              new ResumeContent(
                  Resume.Origin.GIVEN,
                  text,
                  document,
                  source,
                  Optional.empty(),
                  OptionalLong.empty()));
    }
  }

  /** Where its services ran, if not where they are found anyway. */
  private void services() {
    var addresses = new LinkedHashMap<String, URI>();
    Map<String, String> usual = Map.of("ollama", "11434", "vllm", "8000", "searxng", "8888");
    for (Old user : files.named("user.yaml")) {
      Old services = user.at("services");
      usual.forEach(
          (name, port) -> {
            String host = services.text(name + "_host");
            String there = services.text(name + "_port");
            boolean isUsual = host.matches("(?i)localhost|127\\.0\\.0\\.1") && there.equals(port);
            // A name without a dot is known within its own containers only.
            boolean isOurs =
                host.contains(".") && !host.equals("host.docker.internal")
                    || host.equalsIgnoreCase("localhost");
            if (isOurs && !isUsual && there.matches("\\d{2,5}")) {
              String scheme = services.flag(name + "_ssl") ? "https" : "http";
              try {
                addresses.putIfAbsent(
                    name, URI.create("%s://%s:%s".formatted(scheme, host, there)));
              } catch (IllegalArgumentException noAddress) {
                ledger.note("%s had the address “%s”, which is none.".formatted(name, host));
              }
            }
          });
    }
    var file = new ServicesFile();
    addresses.forEach(
        (name, address) -> {
          Optional<URI> present = file.address(name);
          ledger.line("services", present.isEmpty() ? Ledger.Fate.ADDED : Ledger.Fate.SAME);
          if (present.isPresent() && !present.get().equals(address)) {
            ledger.different("the address of %s".formatted(name));
          }
        });
    if (!dry && !addresses.isEmpty()) {
      file.add(addresses);
    }
  }

  private void boards() {
    for (Old adzuna : files.named("adzuna.yaml")) {
      var values = new LinkedHashMap<String, String>();
      put(values, "app-id", adzuna.text("app_id"));
      put(values, "app-key", adzuna.text("app_key"));
      put(values, "country-code", adzuna.text("country"));
      board("adzuna", values);
    }
    for (Old craigslist : files.named("craigslist.yaml")) {
      var values = new LinkedHashMap<String, String>();
      put(values, "metros", String.join("\n", craigslist.texts("metros")));
      Old map = craigslist.at("location_map");
      put(
          values,
          "location-map",
          String.join(
              "\n",
              map.values().keySet().stream().map(place -> place + "=" + map.text(place)).toList()));
      put(values, "category", craigslist.text("category"));
      board("craigslist", values);
    }
  }

  private void board(String id, Map<String, String> values) {
    Optional<Extension<JobBoard>> board = here.plugins().find(JobBoard.class, id);
    if (board.isEmpty()) {
      values.forEach(
          (key, value) -> {
            if (key.startsWith("app-")) {
              secrets.found(OldSecrets.name(id, key), value);
            }
          });
      if (!values.isEmpty()) {
        ledger.note(
            "The settings of board “%s” are kept: it is not installed or not on.".formatted(id));
      }
      return;
    }
    Descriptor descriptor = board.get().descriptor();
    var missing = new LinkedHashMap<>(values);
    Map<String, String> entered = here.settings().entered(descriptor);
    var set = new LinkedHashSet<>(here.settings().secrets(descriptor));
    set.addAll(entered.keySet());
    for (String key : List.copyOf(missing.keySet())) {
      String value = missing.getOrDefault(key, "");
      boolean isHere = set.contains(key);
      boolean fits = here.settings().check(descriptor, Map.of(key, value)).isEmpty();
      if (isHere && !value.equals(entered.getOrDefault(key, value))) {
        ledger.different("the setting “%s” of board “%s”".formatted(key, id));
      }
      ledger.line(
          "settings of boards",
          isHere ? Ledger.Fate.SAME : fits ? Ledger.Fate.ADDED : Ledger.Fate.LEFT);
      if (!fits) {
        ledger.unread("The setting “%s” of board “%s” does not fit here.".formatted(key, id));
      }
      if (isHere || !fits) {
        missing.remove(key);
      }
    }
    if (!dry && !missing.isEmpty()) {
      here.settings().save(descriptor, missing);
    }
  }
}
