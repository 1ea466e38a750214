package dev.peregrine.classifier.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A model as bytes: counts, then places, rarities and weights, the latter two of half length. */
final class ModelBytes {

  private static final int MAGIC = 0x50574d31;

  private ModelBytes() {}

  static byte[] write(LinearModel model) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      Vocabulary vocabulary = model.vocabulary();
      out.writeInt(MAGIC);
      out.writeInt(vocabulary.places().length);
      for (int place : vocabulary.places()) {
        out.writeInt(place);
      }
      for (float rarity : vocabulary.rarity()) {
        out.writeShort(Float.floatToFloat16(rarity));
      }
      for (float weight : model.weights()) {
        out.writeShort(Float.floatToFloat16(weight));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException where they are no model
   */
  static LinearModel read(byte[] bytes) {
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int magic = in.readInt();
      int known = in.readInt();
      if (magic != MAGIC || known < 0 || known > Features.BUCKETS) {
        throw new IllegalArgumentException("The bytes are no model of mails.");
      }
      int[] places = new int[known];
      for (int i = 0; i < known; i++) {
        places[i] = in.readInt();
      }
      var vocabulary = new Vocabulary(places, floats(in, known));
      return new LinearModel(vocabulary, floats(in, vocabulary.width() * LinearModel.LABELS));
    } catch (IOException broken) {
      throw new IllegalArgumentException("The bytes are no model of mails.", broken);
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = Float.float16ToFloat(in.readShort());
    }
    return floats;
  }
}
