package dev.peregrine.host.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.llm.LlmDescriptor.Where;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

  private static final Map<String, List<InetAddress>> NAMES =
      Map.of(
          "gpu.example.com", List.of(InetAddress.ofLiteral("10.1.2.3")),
          "127.0.0.1.nip.io", List.of(InetAddress.ofLiteral("127.0.0.1")),
          "localhost.evil.com", List.of(InetAddress.ofLiteral("93.184.216.34")),
          "both.example.com",
              List.of(InetAddress.ofLiteral("10.1.2.3"), InetAddress.ofLiteral("93.184.216.34")),
          "api.openai.com", List.of(InetAddress.ofLiteral("104.18.6.192")));

  private static Reach of(String address, String model) {
    return Reach.of(
        Optional.empty(),
        Where.AT_ADDRESS,
        Optional.of(URI.create(address)),
        model,
        name -> NAMES.getOrDefault(name, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434, llama3.1:8b, THIS_MACHINE",
    "http://LOCALHOST:11434, llama3.1:8b, THIS_MACHINE",
    "http://127.0.0.1:8000, __auto__, THIS_MACHINE",
    "http://127.8.8.8:8000, __auto__, THIS_MACHINE",
    "http://[::1]:8000, __auto__, THIS_MACHINE",
    "http://0.0.0.0:8000, __auto__, THIS_MACHINE",
    "http://ollama.localhost:8000, __auto__, THIS_MACHINE",
    "http://127.0.0.1.nip.io, m, THIS_MACHINE",
    "http://192.168.1.20:11434, m, OWN_NETWORK",
    "http://10.0.0.5, m, OWN_NETWORK",
    "http://172.16.0.1, m, OWN_NETWORK",
    "http://172.31.255.1, m, OWN_NETWORK",
    "http://172.32.0.1, m, OUTSIDE",
    "http://169.254.1.1, m, OWN_NETWORK",
    "http://100.100.1.1, m, OWN_NETWORK",
    "http://100.128.1.1, m, OUTSIDE",
    "http://[fd00::5]:11434, m, OWN_NETWORK",
    "http://[fe80::5]:11434, m, OWN_NETWORK",
    "http://[2606:4700::1]:443, m, OUTSIDE",
    "http://ollama:11434, m, OWN_NETWORK",
    "http://host.docker.internal:11434, m, OWN_NETWORK",
    "http://nas.local:11434, m, OWN_NETWORK",
    "http://gpu.home.arpa, m, OWN_NETWORK",
    "http://gpu.example.com, m, OWN_NETWORK",
    "https://both.example.com, m, OUTSIDE",
    "https://localhost.evil.com/v1, m, OUTSIDE",
    "https://evil.com/localhost, m, OUTSIDE",
    "https://api.openai.com/v1, m, OUTSIDE",
    "https://8.8.8.8, m, OUTSIDE",
    "https://not-yet-looked-up.example.com, m, OUTSIDE",
    "http://localhost:11434, gpt-oss:120b-cloud, OUTSIDE",
    "http://localhost:11434, glm-4.6:cloud, OUTSIDE",
    "http://localhost:11434, gpt-oss:20b, THIS_MACHINE",
    "http://localhost:11434, gpt-j:6b, THIS_MACHINE",
    "http://localhost:11434, cloudberry:7b, THIS_MACHINE",
    "http://localhost:3009/v1, claude-sonnet-4-6, OUTSIDE",
    "http://localhost:3010/v1, gpt-4o, OUTSIDE",
    "http://localhost:4000/v1, anthropic/claude-3-haiku, OUTSIDE",
    "http://localhost:4000/v1, gemini-2.0-flash, OUTSIDE",
    "http://localhost:4000/v1, o3-mini, OUTSIDE",
    "http://localhost:4000/v1, Qwen/Qwen2.5-3B-Instruct, THIS_MACHINE"
  })
  void howFarSomethingGoes(String address, String model, Reach reach) {
    assertThat(of(address, model)).isEqualTo(reach);
  }

  @Test
  void theKindAndThePersonCountBeforeTheAddress() {
    Optional<URI> here = Optional.of(URI.create("http://localhost:1"));
    Optional<URI> there = Optional.of(URI.create("https://8.8.8.8"));
    assertThat(Reach.of(Optional.empty(), Where.AT_PROVIDER, here, "m", name -> List.of()))
        .isEqualTo(Reach.OUTSIDE);
    assertThat(Reach.of(Optional.empty(), Where.IN_PROCESS, there, "m", name -> List.of()))
        .isEqualTo(Reach.IN_PROCESS);
    assertThat(Reach.of(Optional.empty(), Where.AT_ADDRESS, Optional.empty(), "m", n -> List.of()))
        .isEqualTo(Reach.OUTSIDE);
    assertThat(Reach.of(Optional.of(true), Where.AT_ADDRESS, here, "m", name -> List.of()))
        .isEqualTo(Reach.OUTSIDE);
    assertThat(Reach.of(Optional.of(false), Where.AT_ADDRESS, there, "m", name -> List.of()))
        .isEqualTo(Reach.OWN_NETWORK);
    assertThat(Reach.of(Optional.of(false), Where.AT_ADDRESS, here, "claude-x", n -> List.of()))
        .isEqualTo(Reach.THIS_MACHINE);
  }
}
