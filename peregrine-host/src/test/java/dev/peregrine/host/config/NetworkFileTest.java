package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.config.NetworkFile.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {

  @TempDir Path config;

  private Path write(String text) throws IOException {
    return Files.writeString(config.resolve("network.yaml"), text);
  }

  @Test
  void aPasswordThatIsKeptElsewhereIsPutIntoTheAddress() {
    var named = new Network("http://ada@proxy.example:3128", List.of());
    assertThat(named.with("a b:c@d").proxy())
        .isEqualTo("http://ada:a%20b%3Ac%40d@proxy.example:3128");
    assertThat(named.with("x").proxyShown()).isEqualTo("http://ada@proxy.example:3128");
    assertThat(new Network("proxy.example:3128", List.of()).with("x").proxy())
        .isEqualTo("proxy.example:3128");
  }

  @Test
  void aVariableMayStandForTheProxy() throws IOException {
    write("proxy: ${COMPANY_PROXY}\n");
    var file =
        new NetworkFile(
            config, Map.of("COMPANY_PROXY", "http://proxy.example:3128"), Optional::empty);
    assertThat(file.proxy()).isPresent();
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> new NetworkFile(config).proxy())
        .withMessageContaining("the variable that proxy names");
  }

  @Test
  void savingKeepsCommentsAndAMistakeIsNotWrittenOver() throws IOException {
    Path path = write("# ours\nproxy: http://one.example:1   # old\nno_proxy: [a.example]\n");
    var file = new NetworkFile(config);
    file.save(new Network("http://two.example:2", List.of("a.example")), file.mark());
    assertThat(path).content().startsWith("# ours\n").contains("http://two.example:2");
    String seen = file.mark();
    write("proxy: [\n");
    assertThat(file.current().proxy()).isEqualTo("http://two.example:2");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> file.save(new Network("", List.of()), seen));
    assertThat(path).hasContent("proxy: [");
  }
}
