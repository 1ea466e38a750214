package dev.peregrine.host.hardware;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.tenancy.Tenant;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of machines of all kinds, with stand-ins for their programs and services. */
class HardwareTest {

  @TempDir Path home;
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final Map<Integer, String> wanted = new HashMap<>();
  private OutgoingHttp http;
  private Path bin;
  private Path sys;
  private Path proc;

  @BeforeEach
  void start() throws Exception {
    server.start();
    http = new OutgoingHttp(OutgoingOptions.usual(), InstantSource.system());
    bin = Files.createDirectories(home.resolve("bin"));
    sys = Files.createDirectories(home.resolve("sys"));
    proc = Files.createDirectories(home.resolve("proc"));
    memory(16);
    services("http://127.0.0.1:1", "http://127.0.0.1:1", "http://127.0.0.1:1");
  }

  @AfterEach
  void stop() {
    http.close();
    server.stop();
  }

  private void memory(int gigabytes) throws Exception {
    Files.writeString(
        proc.resolve("meminfo"),
        "MemTotal:       %d kB\nMemFree: 1 kB\nMemAvailable:   %d kB\n"
            .formatted(gigabytes * 1024L * 1024, gigabytes * 512L * 1024));
  }

  private void services(String ollama, String vllm, String searxng) throws Exception {
    Path config = Files.createDirectories(home.resolve("config"));
    Files.writeString(
        config.resolve("services.yaml"),
        "ollama: %s\nvllm: %s\nsearxng: %s\n".formatted(ollama, vllm, searxng));
  }

  private void program(String name, String script) throws Exception {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void says(String name, String output) throws Exception {
    program(name, "cat <<'END'\n" + output + "\nEND");
  }

  private Findings look() throws Exception {
    return look(Map.of("PATH", bin.toString()), 1);
  }

  private Findings look(Map<String, String> environment, int pages) throws Exception {
    var hardware =
        new Hardware(
            environment,
            http,
            new ServicesFile(),
            InstantSource.system(),
            sys,
            proc,
            pages,
            wanted);
    return new Tenant("local", home).call(() -> hardware.look(step -> {}));
  }

  private static String said(Findings found, String check) {
    return fact(found, check).sentence();
  }

  private static Fact fact(Findings found, String check) {
    return found.facts().stream().filter(f -> f.check().equals(check)).findFirst().orElseThrow();
  }

  @Test
  void aMachineWithoutACardUsesItsProcessor() throws Exception {
    Findings found = look();
    assertThat(found.profile()).isEqualTo("cpu");
    assertThat(said(found, "graphics")).startsWith("No graphics card");
    assertThat(found.reason()).contains("of memory a model of 3 billion");
  }

  @Test
  void aSmallMachineUsesAModelElsewhere() throws Exception {
    memory(4);
    Findings found = look();
    assertThat(found.profile()).isEqualTo("remote");
    assertThat(said(found, "memory")).isEqualTo("4 GB of memory, 2 GB available.");
    assertThat(found.reason()).contains("8 GB are the least");
  }

  @Test
  void cardsOfNvidiaAreRead() throws Exception {
    says("nvidia-smi", "NVIDIA GeForce RTX 3060, 12288, 11020");
    Findings found = look();
    assertThat(said(found, "graphics"))
        .isEqualTo("NVIDIA GeForce RTX 3060 with 12 GB, 11 GB free.");
    assertThat(found.profile()).isEqualTo("single-gpu");
    assertThat(found.reason()).contains("13 to 14 billion");
  }

  @Test
  void twoLargeCardsShareTheWorkAndASmallSecondOneDoesNot() throws Exception {
    says("nvidia-smi", "RTX 4090, 24564, 24000\nRTX 3060, 12288, 12000");
    assertThat(look().profile()).isEqualTo("dual-gpu");
    says("nvidia-smi", "RTX 4090, 24564, 24000\nGTX 1650, 4096, 4000");
    Findings found = look();
    assertThat(found.profile()).isEqualTo("single-gpu");
    assertThat(found.reason()).contains("The second card has less than the 6 GB");
    says("nvidia-smi", "GT 1030, 2048, 2000");
    assertThat(look().profile()).isEqualTo("cpu");
  }

  @Test
  void whatAProgramSaysMayBeNonsense() throws Exception {
    for (String nonsense :
        List.of(
            "",
            "Failed to initialize NVML: Driver/library version mismatch",
            "NVIDIA A100, [N/A], [Not Supported]",
            ",,,,",
            "Card, -5, 99999999999999999999999999",
            "\u0007\u0000, 1, 1")) {
      says("nvidia-smi", nonsense);
      assertThat(look().profile()).as(nonsense).isEqualTo("cpu");
    }
    for (String nonsense : List.of("{", "[]", "null", "{\"card0\": 5}", "{\"card0\": {}}")) {
      says("rocm-smi", nonsense);
      says("system_profiler", nonsense);
      assertThat(look().profile()).as(nonsense).isEqualTo("cpu");
    }
    program("nvidia-smi", "echo 'RTX 4090, 24564, 24000'; exit 9");
    assertThat(look().profile()).as("a failure says nothing").isEqualTo("cpu");
  }

  @Test
  void aProgramThatHangsOrFloodsIsStopped() throws Exception {
    program("hangs", "sleep 600 & sleep 600");
    program("floods", "while :; do echo nonsense; done");
    var programs = new Programs(Map.of("PATH", bin + ":/bin:/usr/bin"), Duration.ofMillis(300));
    assertThat(programs.output("hangs")).isEmpty();
    assertThat(programs.output("floods")).isEmpty();
    assertThat(programs.output("is-not-there")).isEmpty();
  }

  @Test
  void cardsOfAmdAreReadFromTheirProgramOrTheKernel() throws Exception {
    says(
        "rocm-smi",
        """
        {"card0": {"Card Series": "Radeon RX 7900 XTX", "VRAM Total Memory (B)": "25753026560",
         "VRAM Total Used Memory (B)": "1073741824"}, "system": {"Driver version": "6.8"}}""");
    assertThat(said(look(), "graphics"))
        .isEqualTo("AMD Radeon RX 7900 XTX with 24 GB, 23 GB free.");
    Files.delete(bin.resolve("rocm-smi"));
    Path device = Files.createDirectories(sys.resolve("class/drm/card1/device"));
    Files.writeString(device.resolve("vendor"), "0x1002\n");
    Files.writeString(device.resolve("mem_info_vram_total"), "8573157376\n");
    Files.createDirectories(sys.resolve("class/drm/card1-HDMI-A-1/device"));
    Findings found = look();
    assertThat(said(found, "graphics")).isEqualTo("AMD graphics card with 8 GB.");
    assertThat(found.profile()).isEqualTo("single-gpu");
  }

  @Test
  void aMacRunsModelsItselfAndNotInContainers() throws Exception {
    says("system_profiler", "{\"SPDisplaysDataType\": [{\"sppci_model\": \"Apple M3 Pro\"}]}");
    Findings found = look();
    assertThat(said(found, "graphics")).contains("Apple M3 Pro", "the machine's memory");
    assertThat(found.profile()).isEqualTo("remote");
    assertThat(found.reason()).contains("Install Ollama on the Mac itself");
  }

  @Test
  void servicesThatRunAreFoundWithTheirModels() throws Exception {
    services(server.baseUrl(), server.baseUrl(), server.baseUrl() + "/");
    server.stubFor(
        get(urlEqualTo("/api/tags"))
            .willReturn(
                okJson("{\"models\": [{\"name\": \"llama3.1:8b\"}, {\"name\": \"phi\"}]}")));
    server.stubFor(
        get(urlEqualTo("/v1/models")).willReturn(okJson("{\"data\": [{\"id\": \"mistral\"}]}")));
    server.stubFor(get(urlEqualTo("/config")).willReturn(okJson("{\"engines\": []}")));
    Findings found = look();
    assertThat(said(found, "ollama")).contains(server.baseUrl(), "llama3.1:8b, phi");
    assertThat(said(found, "vllm")).contains("mistral");
    assertThat(said(found, "searxng")).endsWith("can be used.");
    assertThat(found.reason()).contains("Ollama and vLLM and SearXNG run already here");
  }

  @Test
  void whatOnlySitsOnThePortIsNotTakenForTheService() throws Exception {
    services(server.baseUrl(), server.baseUrl(), server.baseUrl());
    server.stubFor(get(urlEqualTo("/api/tags")).willReturn(ok("<html>My router</html>")));
    server.stubFor(get(urlEqualTo("/v1/models")).willReturn(aResponse().withStatus(401)));
    server.stubFor(get(urlEqualTo("/config")).willReturn(okJson("{\"engines\": \"no\"}")));
    Findings found = look();
    for (String service : List.of("ollama", "vllm", "searxng")) {
      assertThat(fact(found, service).fine()).as(service).isFalse();
      assertThat(said(found, service)).contains("but not as", "config/services.yaml");
    }
  }

  @Test
  void whatReadsPicturesIsFoundWhicheverServesIt() throws Exception {
    Files.writeString(home.resolve("config/services.yaml"), "vision: " + server.baseUrl() + "\n");
    server.stubFor(
        get(urlEqualTo("/api/tags"))
            .willReturn(okJson("{\"models\": [{\"name\": \"moondream:latest\"}]}")));
    Findings found = look();
    assertThat(said(found, "vision")).contains(server.baseUrl(), "moondream:latest");
    assertThat(found.models())
        .as("offered as the one for pictures alone, never for letters")
        .contains(
            new ModelServer(
                "vision", "Moondream", URI.create(server.baseUrl()), List.of("moondream:latest")));
    server.stubFor(
        get(urlEqualTo("/health"))
            .willReturn(okJson("{\"status\": \"loading\", \"model\": \"moondream2\"}")));
    assertThat(said(look(), "vision")).contains("moondream2");
    server.stubFor(get(urlEqualTo("/health")).willReturn(ok("fine")));
    assertThat(said(look(), "vision")).contains("but not as Moondream", "config/services.yaml");
  }

  @Test
  void ollamaIsLookedForWhereItsVariableSays() throws Exception {
    Files.delete(home.resolve("config/services.yaml"));
    server.stubFor(get(urlEqualTo("/api/tags")).willReturn(okJson("{\"models\": []}")));
    Findings found =
        look(Map.of("PATH", bin.toString(), "OLLAMA_HOST", "0.0.0.0:" + server.port()), 1);
    assertThat(said(found, "ollama")).contains("without a model yet", "ollama pull");
  }

  @Test
  void portsSayWhoHasThem() throws Exception {
    server.stubFor(get(urlEqualTo("/")).willReturn(ok("<title>Home · Peregrine</title>")));
    int free;
    try (var closed = new ServerSocket(0)) {
      free = closed.getLocalPort();
    }
    wanted.put(free, "vision");
    wanted.put(server.port(), "Peregrine's pages");
    Findings found = look(Map.of("PATH", bin.toString()), server.port());
    assertThat(fact(found, "ports").fine()).isTrue();
    assertThat(said(found, "ports"))
        .isEqualTo("Free: %d (vision). In use: %d by Peregrine.".formatted(free, server.port()));
    server.stubFor(get(urlEqualTo("/")).willReturn(ok("<title>A shop</title>")));
    found = look(Map.of("PATH", bin.toString()), server.port());
    assertThat(fact(found, "ports").fine()).isFalse();
    assertThat(said(found, "ports")).contains("by another program", "--port");
  }

  @Test
  void theStepsAreTold() throws Exception {
    var steps = new ArrayList<String>();
    var hardware =
        new Hardware(
            Map.of(), http, new ServicesFile(), InstantSource.system(), sys, proc, 1, wanted);
    new Tenant("local", home).call(() -> hardware.look(steps::add));
    assertThat(steps).hasSize(3).allMatch(step -> !step.isBlank());
  }
}
