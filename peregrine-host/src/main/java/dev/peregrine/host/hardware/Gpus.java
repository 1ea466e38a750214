package dev.peregrine.host.hardware;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The graphics cards of NVIDIA, AMD and Apple, as the makers' programs and the kernel name them.
 */
final class Gpus {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AMD = "0x1002";
  private static final long MB = 1L << 20;
  private static final int MOST = 16;

  private final Programs programs;
  private final Path sys;

  /**
   * @param sys the kernel's folder {@code /sys}
   */
  Gpus(Programs programs, Path sys) {
    this.programs = programs;
    this.sys = sys;
  }

  List<Gpu> find() throws InterruptedException {
    var all = new ArrayList<Gpu>();
    programs
        .output(
            "nvidia-smi",
            "--query-gpu=name,memory.total,memory.free",
            "--format=csv,noheader,nounits")
        .ifPresent(text -> all.addAll(nvidia(text)));
    List<Gpu> amd =
        programs
            .output("rocm-smi", "--showproductname", "--showmeminfo", "vram", "--json")
            .map(Gpus::rocm)
            .orElse(List.of());
    all.addAll(amd.isEmpty() ? fromKernel() : amd);
    programs
        .output("system_profiler", "SPDisplaysDataType", "-json")
        .ifPresent(text -> all.addAll(apple(text)));
    return all.stream().limit(MOST).toList();
  }

  /** Lines such as {@code NVIDIA GeForce RTX 3060, 12288, 11020}; a name may hold commas. */
  static List<Gpu> nvidia(String text) {
    return text.lines()
        .map(line -> line.split(","))
        .filter(parts -> parts.length >= 3 && !parts[0].isBlank())
        .map(
            parts -> {
              int end = parts.length - 2;
              String name = String.join(",", List.of(parts).subList(0, end));
              return Gpu.of(name, whole(parts[end]), whole(parts[end + 1]));
            })
        .toList();
  }

  /** An object per card, whose keys differ in case and wording from version to version. */
  static List<Gpu> rocm(String text) {
    JsonNode root = json(text);
    var cards = new ArrayList<Gpu>();
    root.propertyStream()
        .filter(card -> card.getKey().matches("card\\d+"))
        .forEach(
            card -> {
              JsonNode says = card.getValue();
              OptionalLong total = megabytes(value(says, "vram total memory (b)"));
              OptionalLong used = megabytes(value(says, "vram total used memory (b)"));
              OptionalLong free =
                  total.isPresent() && used.isPresent()
                      ? OptionalLong.of(Math.max(0, total.getAsLong() - used.getAsLong()))
                      : OptionalLong.empty();
              String name =
                  Stream.of("card series", "card model", "device name")
                      .map(key -> value(says, key))
                      .filter(each -> !each.isBlank())
                      .findFirst()
                      .orElse("graphics card");
              cards.add(Gpu.of(amd(name), total, free));
            });
    return cards;
  }

  private static String amd(String name) {
    return name.startsWith("AMD") ? name : "AMD " + name;
  }

  private static String value(JsonNode object, String key) {
    return object
        .propertyStream()
        .filter(each -> each.getKey().strip().equalsIgnoreCase(key))
        .map(each -> each.getValue().asString(""))
        .findFirst()
        .orElse("");
  }

  /** Where AMD's program is not installed, the kernel knows its cards all the same. */
  private List<Gpu> fromKernel() {
    var cards = new ArrayList<Gpu>();
    Path folder = sys.resolve("class/drm");
    if (!Files.isDirectory(folder)) {
      return cards;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "card[0-9]*")) {
      for (Path card : all) {
        Path device = card.resolve("device");
        if (!card.getFileName().toString().contains("-") && line(device, "vendor").equals(AMD)) {
          OptionalLong total = megabytes(line(device, "mem_info_vram_total"));
          OptionalLong used = megabytes(line(device, "mem_info_vram_used"));
          OptionalLong free =
              total.isPresent() && used.isPresent()
                  ? OptionalLong.of(Math.max(0, total.getAsLong() - used.getAsLong()))
                  : OptionalLong.empty();
          String name = line(device, "product_name");
          cards.add(Gpu.of(amd(name.isEmpty() ? "graphics card" : name), total, free));
        }
      }
    } catch (IOException unreadable) {
      return cards;
    }
    return cards;
  }

  private static String line(Path device, String file) {
    try {
      return Files.readString(device.resolve(file)).strip();
    } catch (IOException none) {
      return "";
    }
  }

  /** Those that are Apple's own work in the machine's memory; others in a Mac say theirs. */
  static List<Gpu> apple(String text) {
    var cards = new ArrayList<Gpu>();
    for (JsonNode card : json(text).path("SPDisplaysDataType")) {
      String name = card.path("sppci_model").asString("");
      if (!name.isBlank()) {
        String own = card.path("spdisplays_vram").asString("");
        cards.add(
            name.startsWith("Apple")
                ? new Gpu(name, OptionalLong.empty(), OptionalLong.empty(), true)
                : Gpu.of(name, gigabytes(own), OptionalLong.empty()));
      }
    }
    return cards;
  }

  private static OptionalLong gigabytes(String said) {
    OptionalLong number = whole(said.replaceAll("[^0-9].*", ""));
    return said.contains("GB") && number.isPresent()
        ? OptionalLong.of(number.getAsLong() * 1024)
        : number;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }

  private static OptionalLong megabytes(String bytes) {
    OptionalLong number = whole(bytes);
    return number.isPresent() ? OptionalLong.of(number.getAsLong() / MB) : number;
  }

  private static OptionalLong whole(String text) {
    String digits = Optional.of(text.strip()).filter(t -> t.matches("\\d{1,18}")).orElse("");
    return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
  }
}
