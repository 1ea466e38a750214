package dev.peregrine.host.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.Chain;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.LlmPlan;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings, résumés and secrets of the earlier program, from its folder and from zips. */
class EarlierSettingsTest {

  @TempDir Path folder;
  private World world;
  private OldHome old;

  @BeforeEach
  void open() throws Exception {
    world = new World(folder.resolve("home"), 0, InstantSource.fixed(World.NOW), false);
    old = new OldHome(folder.resolve("old"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Report bring() {
    return bring(old.folder);
  }

  private Report bring(Path path) {
    return world.tenant.calling(() -> world.earlier.bring(path, Progress.SILENT));
  }

  private Report look(Path path) {
    return world.tenant.calling(() -> world.earlier.look(path, Progress.SILENT));
  }

  private List<SearchProfile> profiles() {
    return world.tenant.calling(world.profiles::all);
  }

  private Blocklist blocklist() {
    return world.tenant.calling(() -> new BlocklistFile().current());
  }

  /** Everything that lies in the home, but for the database. */
  private String everything() throws Exception {
    var all = new StringBuilder();
    try (Stream<Path> walked = Files.walk(folder.resolve("home"))) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static final String PROFILES =
      """
      profiles:
        - name: Remote Java
          titles: [Java Developer, Backend Engineer]
          locations: [Remote, Berlin]
          boards: [linkedin, zip_recruiter]
          custom_boards: [adzuna]
          exclude_keywords: [sales]
          results_per_board: 25
          hours_old: 72
          remote_only: true
        - titles: [Nobody]
        - name: Too many
          titles: [X]
          locations: [Y]
          results_per_board: 99999999
      default:
        job_titles: [Data Engineer]
        locations: [Paris]
        blocklist_companies: [Globex]
      """;

  @Test
  void searchesOfBothShapesComeAndAreAddedToThoseHere() throws Exception {
    world.tenant.run(
        () -> world.profiles.save(SearchProfile.of("default", List.of("Mine"), List.of("Rome"))));
    old.file("config/search_profiles.yaml", PROFILES);
    Report report = bring();
    assertThat(profiles())
        .extracting(SearchProfile::name)
        .containsExactly("default", "Remote Java", "Nobody");
    assertThat(profiles().getFirst().titles()).containsExactly("Mine");
    SearchProfile java = profiles().get(1);
    assertThat(java.titles()).containsExactly("Java Developer", "Backend Engineer");
    assertThat(java.locations()).containsExactly("Berlin");
    assertThat(java.boards()).containsExactly("linkedin", "ziprecruiter", "adzuna");
    assertThat(report.different()).containsExactly("the search “default”");
    assertThat(report.unread())
        .singleElement()
        .asString()
        .startsWith("Search “Too many”: earlier/search_profiles.yaml, line 15:");
    assertThat(blocklist().companies()).containsExactly("Globex");
  }

  @Test
  void commentsOfTheFilesHereStay() throws Exception {
    Path mine = world.tenant.config().resolve("blocklist.yaml");
    Files.writeString(mine, "# never again\ncompanies:\n  - Acme # really\n");
    old.file(
        "config/blocklist.yaml",
        "companies: [acme, jobgether]\nindustries:\n- tobacco\nlocations: null\n");
    bring();
    assertThat(mine).content().contains("# never again");
    assertThat(blocklist())
        .isEqualTo(new Blocklist(List.of("Acme", "jobgether"), List.of("tobacco"), List.of()));
  }

  @Test
  void whatThePersonSaidHereStaysAndTheRestIsAdded() throws Exception {
    old.file(
            "config/user.yaml",
            """
            name: Ada Old
            email: ada@example.org
            linkedin: linkedin.com/in/ada
            career_summary: I build things.
            candidate_voice: Warm and direct.
            nda_companies: [Initech]
            mission_preferences:
              education: I taught for years.
            candidate_accessibility_focus: yes
            tier: premium
            docs_dir: ~/Documents/JobSearch
            services:
              ollama_host: localhost
              ollama_port: 11434
              vllm_host: 192.168.1.20
              vllm_port: 8001
              searxng_host: searxng
              searxng_port: 8080
            """)
        .file(
            "config/plain_text_resume.yaml",
            """
            personal_information: {name: Ada, surname: Old, city: Turin, zip_code: 10121}
            self_identification: {gender: Woman, pronouns: she/her}
            availability: {notice_period: 4 weeks}
            """);
    Report report = bring();
    var page = get("/profile/person");
    assertThat(page)
        .contains("Ada Old", "ada@example.org", "linkedin.com/in/ada", "I build things.");
    assertThat(page)
        .contains("Warm and direct.", "Initech", "I taught for years.", "Turin", "4 weeks");
    assertThat(report.notes()).anyMatch(note -> note.contains("“premium”"));
    assertThat(report.notes()).anyMatch(note -> note.contains("~/Documents/JobSearch"));
    assertThat(world.tenant.calling(() -> new ServicesFile().address("vllm")))
        .contains(URI.create("http://192.168.1.20:8001"));
    assertThat(world.tenant.calling(() -> new ServicesFile().address("searxng"))).isEmpty();
    assertThat(world.tenant.calling(() -> new ServicesFile().address("ollama"))).isEmpty();
    old.file("config/user.yaml", "name: Someone Else\nphone: '123'\n");
    Report again = bring();
    assertThat(again.different()).contains("your name");
    assertThat(get("/profile/person")).contains("Ada Old").doesNotContain("Someone Else");
  }

  private String get(String path) throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(URI.create("http://localhost:" + world.port() + path));
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      return client
          .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void theSettingsShapeOfARésuméComesWithEveryResponsibility() throws Exception {
    old.file(
            "config/plain_text_resume.yaml",
            """
            personal_information: {name: Ada, surname: Old, email: ada@example.org, city: Turin}
            career_summary: Builds things.
            experience_details:
              - position: Engineer
                company: Acme
                employment_period: 03/2019 - Present
                location: Turin
                industry: Rockets
                key_responsibilities:
                  - responsibility_1: Built the engine
                  - responsibility_2: Tested it
                skills_acquired: [Java, Rust]
            education_details:
              - education_level: MSc
                institution: Politecnico
                field_of_study: Physics
                year_of_completion: 2015
            achievements: [{name: Prize, description: Of the year}]
            certifications: [Driving]
            languages: [{language: Italian, proficiency: Native}]
            """)
        .file("config/resume_keywords.yaml", "skills: [SQL]\ndomains: [Space]\nkeywords: []\n");
    bring();
    ResumeDocument resume = resume();
    Work work = resume.work().getFirst();
    assertThat(work.name()).contains("Acme");
    assertThat(work.position()).contains("Engineer");
    assertThat(work.highlights()).containsExactly("Built the engine", "Tested it");
    assertThat(work.period().start().orElseThrow()).hasToString("2019-03");
    assertThat(work.period().current()).isTrue();
    assertThat(ResumeJson.write(resume)).contains("Rockets", "Java", "Rust");
    assertThat(resume.education().getFirst().institution()).contains("Politecnico");
    assertThat(resume.education().getFirst().period().end().orElseThrow()).hasToString("2015");
    assertThat(resume.skillNames()).contains("SQL", "Space");
    assertThat(resume.languages().getFirst().fluency()).contains("Native");
    assertThat(current().text()).contains("Built the engine", "Tested it", "Acme");
    bring();
    assertThat(world.tenant.calling(world.resumes::all)).as("the same one comes once").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as the parser wrote it
        "name: Ada\nexperience:\n- {title: Engineer, company: Acme, start_date: Mar 2019, end_date: June 2021, bullets: [Built it]}\nskills: [Java]\n",
        // as the newer pages did
        "name: Ada\nexperience:\n- {title: Engineer, company: Acme, period: 'Mar 2019 – Jun 2021', responsibilities: 'Built it', skills: [Java]}\n",
        // as LinkedIn's import did
        "name: Ada\nexperience:\n- {title: Engineer, company: Acme, date_range: 'Mar 2019 - Jun 2021', bullets: ['• Built it']}\nskills: [Java]\n"
      })
  void theOtherShapesComeToo(String yaml) throws Exception {
    old.file("config/plain_text_resume.yaml", yaml);
    bring();
    Work work = resume().work().getFirst();
    assertThat(work.name()).contains("Acme");
    assertThat(work.position()).contains("Engineer");
    assertThat(work.period().start().orElseThrow()).hasToString("2019-03");
    assertThat(work.period().end().orElseThrow()).hasToString("2021-06");
    assertThat(work.highlights()).containsExactly("Built it");
    assertThat(ResumeJson.write(resume())).contains("Java");
  }

  @Test
  void aRésuméThatIsHereStaysTheMainOne() throws Exception {
    world.tenant.calling(() -> world.resumes.save("My own résumé", "mine.txt"));
    old.file("config/plain_text_resume.yaml", "name: Ada\nskills: [Java]\n");
    bring();
    List<Resume> all = world.tenant.calling(world.resumes::all);
    assertThat(all).extracting(Resume::name).containsExactly("My résumé", "Earlier Peregrine");
    assertThat(all.getFirst().text()).isEqualTo("My own résumé");
  }

  private Resume current() {
    return world.tenant.calling(world.resumes::current).orElseThrow();
  }

  private ResumeDocument resume() {
    return ResumeJson.read(current().document()).orElseThrow();
  }

  private List<MailAccount> mailboxes() {
    return world.tenant.calling(world.mailboxes()::list);
  }

  @Test
  void theMailboxIsReadOnWithItsPasswordAndFolders() throws Exception {
    old.file(
            "config/email.yaml",
            """
            host: imap.example.org
            port: 993
            use_ssl: true
            username: ada@example.org
            password: hunter2-mail
            sent_folder: Gesendet
            todo_label: Handeln
            lookback_days: 45
            """)
        .last();
    assertThat(look(old.folder).lines()).extracting(Report.Line::what).contains("mailboxes");
    assertThat(mailboxes()).isEmpty();
    bring();
    bring();
    assertThat(mailboxes())
        .singleElement()
        .satisfies(
            box -> {
              assertThat(box.on()).isTrue();
              assertThat(box.username()).isEqualTo("ada@example.org");
              assertThat(box.server()).isEqualTo(MailServer.of("imap.example.org", Security.TLS));
              assertThat(box.folders().sent()).contains("Gesendet");
              assertThat(box.folders().todo()).contains("Handeln");
              assertThat(box.lookBackDays()).isEqualTo(45);
            });
    assertThat(
            world.tenant.calling(
                () -> world.mailboxes().secret(mailboxes().getFirst().id(), MailAccounts.PASSWORD)))
        .contains("hunter2-mail");
  }

  @Test
  void aMailboxWithoutPasswordIsOffAndOneThatCannotBeIsSaid() throws Exception {
    old.file("config/email.yaml", "username: ada@example.org\npassword: ''\n").last();
    assertThat(bring().notes()).anyMatch(note -> note.contains("off until it has a password"));
    assertThat(mailboxes()).singleElement().matches(box -> !box.on());
    old.file("config/email.yaml", "username: bob@example.org\nhost: 'no host'\n");
    assertThat(bring().unread()).anyMatch(text -> text.contains("no host"));
    assertThat(mailboxes()).hasSize(1);
  }

  private static final String SECRET = "hunter2-very-secret";

  @Test
  void secretsAreSealedAndStandNowhereElse() throws Exception {
    old.file(
            "config/email.yaml",
            """
            host: imap.example.org # the good one
            # old password: %1$s-old
            username: ada
            password: "%1$s-mail" # %1$s-mail
            """
                .formatted(SECRET))
        .file(
            "config/integrations/slack.yaml",
            "webhook_url: https://hooks.example/%s-hook\nchannel: jobs\n".formatted(SECRET))
        .file(
            "config/llm.yaml",
            "backends:\n  claude: {type: anthropic, api_key: %s-llm, max_tokens: 4096}\n  local: {api_key: any}\n"
                .formatted(SECRET))
        .file("config/notion.yaml", "token: |\n  %s-notion\ndatabase_id: abc\n".formatted(SECRET))
        .file("config/adzuna.yaml", "app_id: %1$s-id\napp_key: %1$s-key\n".formatted(SECRET))
        .file("config/broken.yaml", "a: [\npassword: %s-broken\n".formatted(SECRET))
        .file(".env", "OLLAMA_HOST=box\nANTHROPIC_API_KEY='%s-env'\n".formatted(SECRET))
        .last();
    Report look = look(old.folder);
    assertThat(everything()).doesNotContain(SECRET);
    assertThat(world.tenant.calling(world.secrets::names)).isEmpty();
    Report report = bring();
    assertThat(report.secrets())
        .isEqualTo(look.secrets())
        .contains(
            "earlier/email/password",
            "earlier/slack/webhook_url",
            "llm/claude/api-key",
            "earlier/notion/token",
            "earlier/adzuna/app-key",
            "earlier/env/ANTHROPIC_API_KEY")
        .doesNotContain("llm/local/api-key");
    assertThat(world.tenant.calling(() -> world.secrets.value("earlier/email/password")))
        .contains(SECRET + "-mail");
    assertThat(world.tenant.calling(() -> world.secrets.value("earlier/notion/token")))
        .contains(SECRET + "-notion");
    assertThat(everything()).doesNotContain(SECRET);
    assertThat(report.unread())
        .anyMatch(text -> text.contains("broken.yaml"))
        .allMatch(text -> !text.contains(SECRET));
    assertThat(kept("config/email.yaml"))
        .contains("host: imap.example.org # the good one", "sealed as earlier/email/password");
    assertThat(kept("config/llm.yaml")).contains("type: anthropic", "max_tokens: 4096");
    assertThat(kept("dot-env")).contains("OLLAMA_HOST=box");
    assertThat(bring().kept()).isEmpty();
  }

  private String kept(String file) throws Exception {
    return Files.readString(
        folder.resolve("home").resolve(Earlier.FOLDER).resolve("files").resolve(file));
  }

  @Test
  void languageModelsComeWithTheirOrderAndAddressesOfThisMachine() throws Exception {
    old.file(
            "config/llm.yaml",
            """
            backends:
              anthropic: {type: anthropic, enabled: true, model: claude-sonnet-4-6, api_key_env: ANTHROPIC_API_KEY, supports_images: true}
              claude_code: {type: openai_compat, enabled: true, base_url: 'http://localhost:3009/v1', model: x}
              github_copilot: {type: openai_compat, enabled: false, base_url: 'http://localhost:3010/v1'}
              ollama: {type: openai_compat, base_url: 'http://host.docker.internal:11434/v1', model: 'llama3.2:3b', api_key: ollama}
              ollama_research: {type: openai_compat, base_url: 'http://ollama_research:11434/v1', model: 'llama3.1:8b'}
              vllm: {type: openai_compat, base_url: 'http://192.168.1.9:8000/v1', model: __auto__, local: true}
              vision_service: {type: vision_service, base_url: 'http://vision:8002'}
            fallback_order: [ollama, claude_code, vllm, github_copilot, anthropic]
            research_fallback_order: [ollama_research, anthropic]
            vision_fallback_order: [vision_service]
            """)
        .file("config/user.yaml", "byok_acknowledged_backends: [anthropic]\n")
        .file(".env", "ANTHROPIC_API_KEY=%s-claude\n".formatted(SECRET));
    bring();
    LlmPlan plan = world.tenant.calling(() -> new LlmFile().current());
    assertThat(plan.backends())
        .extracting(NamedBackend::name, NamedBackend::type)
        .containsExactly(
            tuple("anthropic", "anthropic"),
            tuple("claude_code", "openai"),
            tuple("ollama", "ollama"),
            tuple("ollama_research", "ollama"),
            tuple("vllm", "vllm"),
            tuple("vision_service", "vision"));
    assertThat(address(plan, "ollama")).isEqualTo("http://127.0.0.1:11434");
    assertThat(address(plan, "ollama_research")).isEqualTo("http://127.0.0.1:11435");
    assertThat(address(plan, "vllm")).isEqualTo("http://192.168.1.9:8000/v1");
    assertThat(address(plan, "vision_service")).isEqualTo("http://127.0.0.1:8002");
    assertThat(plan.find("anthropic").orElseThrow().agreed()).isTrue();
    assertThat(plan.find("claude_code").orElseThrow().leaves())
        .as("it passes everything on to somebody else")
        .contains(true);
    assertThat(plan.find("vllm").orElseThrow().leaves()).contains(false);
    assertThat(plan.order(Chain.GENERAL))
        .containsExactly("ollama", "claude_code", "vllm", "anthropic");
    assertThat(plan.order(Chain.RESEARCH)).containsExactly("ollama_research", "anthropic");
    assertThat(world.tenant.calling(() -> world.secrets.value("llm/anthropic/api-key")))
        .contains(SECRET + "-claude");
    assertThat(everything()).doesNotContain(SECRET);
    old.file("config/llm.yaml", "backends:\n  ollama: {type: openai_compat, model: other}\n");
    assertThat(bring().different()).contains("the language model “ollama”");
    assertThat(world.tenant.calling(() -> new LlmFile().current())).isEqualTo(plan);
  }

  private static String address(LlmPlan plan, String name) {
    return plan.find(name).orElseThrow().settings().getOrDefault("base-url", "");
  }

  @Test
  void aSecretThatIsSetHereStays() throws Exception {
    world.tenant.run(() -> world.secrets.put("earlier/email/password", "mine"));
    old.file("config/email.yaml", "password: theirs\n").file("config/user.yaml", "name: Ada\n");
    Report report = bring();
    assertThat(world.tenant.calling(() -> world.secrets.value("earlier/email/password")))
        .contains("mine");
    assertThat(report.different()).contains("the secret “earlier/email/password”");
  }

  @Test
  void itsCredentialStoreIsOpenedWithTheKeyBesideIt() throws Exception {
    var keys = new byte[32];
    new SecureRandom().nextBytes(keys);
    old.file("config/user.yaml", "name: Ada\n")
        .file("config/.credential_key", Base64.getUrlEncoder().encodeToString(keys))
        .file(
            "config/credentials/peregrine.json",
            fernet(keys, "{\"imap_password\": \"%s\"}".formatted(SECRET)))
        .file("config/credentials/other.json", "{\"hf_token\": \"%s-hf\"}".formatted(SECRET))
        .file("config/credentials/lost.json", fernet(new byte[32], "{}"));
    Report report = bring();
    assertThat(world.tenant.calling(() -> world.secrets.value("earlier/peregrine/imap_password")))
        .contains(SECRET);
    assertThat(world.tenant.calling(() -> world.secrets.value("earlier/other/hf_token")))
        .contains(SECRET + "-hf");
    assertThat(report.unread())
        .containsExactly(
            "config/credentials/lost.json cannot be opened: its key does not fit. Enter what it held once more.");
    assertThat(everything())
        .doesNotContain(SECRET)
        .doesNotContain(Base64.getUrlEncoder().encodeToString(keys));
  }

  private static String fernet(byte[] keys, String text) throws Exception {
    var iv = new byte[16];
    new SecureRandom().nextBytes(iv);
    var head = new byte[9];
    head[0] = (byte) 0x80;
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 16, 16, "AES"), new IvParameterSpec(iv));
    byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
    var out = new java.io.ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(iv);
    out.writeBytes(sealed);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys, 0, 16, "HmacSHA256"));
    out.writeBytes(mac.doFinal(out.toByteArray()));
    return Base64.getUrlEncoder().encodeToString(out.toByteArray());
  }

  @Test
  void aZipOfItsBackupAndOneOfTheWholeFolderAreRead() throws Exception {
    old.last()
        .job("Tester", "applied", "applied_at", "2026-02-03")
        .file("config/blocklist.yaml", "companies: [Acme]\n")
        .file("config/user.yaml.working", "name: Draft\n");
    Report first = look(old.zip(folder.resolve("backup.zip")));
    assertThat(first.lines())
        .contains(
            new Report.Line("jobs", 1, 1, 0, 0), new Report.Line("blocked words", 1, 1, 0, 0));
    var nested = new LinkedHashMap<String, byte[]>();
    nested.put("peregrine/README.md", new byte[3]);
    nested.put("peregrine/data/staging.db", Files.readAllBytes(old.database()));
    nested.put(
        "peregrine/data/config/blocklist.yaml",
        "companies: [Acme]\n".getBytes(StandardCharsets.UTF_8));
    Report second = bring(OldHome.zip(folder.resolve("whole.zip"), nested));
    assertThat(second.lines()).isEqualTo(first.lines());
    assertThat(second.source()).isEqualTo("whole.zip");
    try (Stream<Path> left = Files.list(folder.resolve("home").resolve(Earlier.WORK))) {
      assertThat(left).as("nothing is left of what was unpacked").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../config/user.yaml",
        "config/../../user.yaml",
        "/config/user.yaml",
        "config\\..\\user.yaml",
        "C:/config/user.yaml"
      })
  void zipsThatLeadOutOfTheirFolderAreRefused(String name) throws Exception {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("config/user.yaml", "name: Ada\n".getBytes(StandardCharsets.UTF_8));
    entries.put(name, "name: Eve\n".getBytes(StandardCharsets.UTF_8));
    Path zip = OldHome.zip(folder.resolve("hostile.zip"), entries);
    assertThatThrownBy(() -> bring(zip))
        .isInstanceOf(EarlierException.class)
        .hasMessageContaining("leads out of its folder or has an odd name");
    assertThat(world.tenant.calling(() -> world.backups.backups().all())).isEmpty();
  }

  @Test
  void otherFilesAreRefusedWithWhatToDo() throws Exception {
    Path ours = OldHome.zip(folder.resolve("ours.zip"), Map.of("manifest.json", new byte[2]));
    assertThatThrownBy(() -> look(ours)).hasMessageContaining("is a backup of this Peregrine");
    Path empty = OldHome.zip(folder.resolve("photos.zip"), Map.of("a.jpg", new byte[2]));
    assertThatThrownBy(() -> look(empty)).hasMessageContaining("is no earlier Peregrine");
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear …");
    assertThatThrownBy(() -> look(text)).hasMessageContaining("neither a zip nor a database");
    assertThatThrownBy(() -> look(folder.resolve("nowhere")))
        .hasMessageContaining("There is no file or folder");
    Path cut = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThatThrownBy(() -> look(cut)).hasMessageContaining("damaged");
  }

  @Test
  void yamlThatGrowsIsRefusedAndTheRestComes() throws Exception {
    var laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int at = 1; at < 12; at++) {
      String before = "*a" + (at - 1);
      laughs.append(
          "a%d: &a%d [%s]\n"
              .formatted(at, at, String.join(",", java.util.Collections.nCopies(9, before))));
    }
    old.file("config/user.yaml", laughs.toString())
        .file("config/server.yaml", "a: &a {b: *a}\n")
        .file("config/blocklist.yaml", "companies: [Acme]\n");
    Report report = bring();
    assertThat(report.unread()).hasSize(2);
    assertThat(blocklist().companies()).containsExactly("Acme");
  }

  @Test
  void aBrokenFileHereIsLeftAloneAndSaid() throws Exception {
    Path mine = world.tenant.config().resolve("search_profiles.yaml");
    Files.writeString(mine, "profiles: [\n");
    old.file("config/search_profiles.yaml", PROFILES)
        .file("config/blocklist.yaml", "companies: [Acme]\n");
    Report report = bring();
    assertThat(report.unread()).anyMatch(text -> text.contains("search_profiles.yaml"));
    assertThat(mine).hasContent("profiles: [");
    assertThat(blocklist().companies()).contains("Acme");
  }
}
