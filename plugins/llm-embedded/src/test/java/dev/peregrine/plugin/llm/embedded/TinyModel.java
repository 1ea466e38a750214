package dev.peregrine.plugin.llm.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model of one layer with random weights, as a GGUF file of about 150 KB: it says nothing of
 * sense, but says it as a large one does.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
final class TinyModel {

  private static final int WIDTH = 32;
  private static final int INNER = 64;
  private static final int ALIGNMENT = 32;
  private static final List<String> WORDS =
      List.of(
          "▁guten", "▁Tag", "▁und", "▁Grüße", "▁aus", "▁dem", "▁Nest", "▁des", "▁Falken", "▁über");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, float[]> tensors = new LinkedHashMap<>();
  private final Random random = new Random(7);

  static Path write(Path file) throws IOException {
    return Files.write(file, new TinyModel().bytes());
  }

  private byte[] bytes() {
    tokens.addAll(List.of("<unk>", "<s>", "</s>"));
    for (int i = 0; i < 256; i++) {
      tokens.add("<0x%02X>".formatted(i));
    }
    tokens.addAll(WORDS);
    fill();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    number(3);
    large(tensors.size());
    large(16);
    metadata();
    long offset = 0;
    for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
      offset = describe(tensor.getKey(), tensor.getValue().length, offset);
    }
    for (float[] values : tensors.values()) {
      pad();
      ByteBuffer raw = little(values.length * 4);
      for (float value : values) {
        raw.putFloat(value);
      }
      out.writeBytes(raw.array());
    }
    return out.toByteArray();
  }

  private void metadata() {
    text("general.architecture", "llama");
    text("general.name", "tiny");
    whole("llama.context_length", 2048);
    whole("llama.embedding_length", WIDTH);
    whole("llama.block_count", 1);
    whole("llama.feed_forward_length", INNER);
    whole("llama.attention.head_count", 2);
    whole("llama.vocab_size", tokens.size());
    string("llama.attention.layer_norm_rms_epsilon");
    number(6);
    number(Float.floatToIntBits(1e-5f));
    text("tokenizer.ggml.model", "llama");
    array("tokenizer.ggml.tokens", 8);
    tokens.forEach(this::string);
    array("tokenizer.ggml.scores", 6);
    for (int i = 0; i < tokens.size(); i++) {
      number(Float.floatToIntBits(i < 259 ? 0f : 10f - i));
    }
    array("tokenizer.ggml.token_type", 5);
    for (int i = 0; i < tokens.size(); i++) {
      number(i == 0 ? 2 : i < 3 ? 3 : i < 259 ? 6 : 1);
    }
    whole("tokenizer.ggml.bos_token_id", 1);
    whole("tokenizer.ggml.eos_token_id", 2);
    whole("tokenizer.ggml.unknown_token_id", 0);
  }

  private void fill() {
    tensors.put("token_embd.weight", noise(WIDTH * tokens.size()));
    tensors.put("blk.0.attn_norm.weight", ones());
    for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
      tensors.put("blk.0." + part + ".weight", noise(WIDTH * WIDTH));
    }
    tensors.put("blk.0.ffn_norm.weight", ones());
    for (String part : List.of("ffn_gate", "ffn_down", "ffn_up")) {
      tensors.put("blk.0." + part + ".weight", noise(WIDTH * INNER));
    }
    tensors.put("output_norm.weight", ones());
    float[] output = noise(WIDTH * tokens.size());
    // Single bytes are as likely as not; with this the words win.
    Arrays.fill(output, 0, WIDTH * 259, 0f);
    tensors.put("output.weight", output);
  }

  private float[] noise(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian() * 0.5f;
    }
    return values;
  }

  private static float[] ones() {
    float[] values = new float[WIDTH];
    Arrays.fill(values, 1f);
    return values;
  }

  private long describe(String name, int length, long offset) {
    string(name);
    if (length == WIDTH) {
      number(1);
      large(WIDTH);
    } else {
      int first = name.contains("ffn_down") ? INNER : WIDTH;
      number(2);
      large(first);
      large(length / first);
    }
    number(0);
    large(offset);
    long end = offset + length * 4L;
    return (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private void text(String key, String value) {
    string(key);
    number(8);
    string(value);
  }

  private void whole(String key, int value) {
    string(key);
    number(4);
    number(value);
  }

  private void array(String key, int type) {
    string(key);
    number(9);
    number(type);
    large(tokens.size());
  }

  private void string(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    large(bytes.length);
    out.writeBytes(bytes);
  }

  private void number(int value) {
    out.writeBytes(little(4).putInt(value).array());
  }

  private void large(long value) {
    out.writeBytes(little(8).putLong(value).array());
  }

  private void pad() {
    while (out.size() % ALIGNMENT != 0) {
      out.write(0);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
