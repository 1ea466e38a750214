package dev.peregrine.host.integrations;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface IntegrationMapper {

  record Row(
      String key,
      long connected,
      String reached,
      String trouble,
      long troubleSince,
      boolean troublePasses) {}

  record Note(String name, String value) {}

  @Select(
      """
      SELECT key, connected, reached, trouble, trouble_since, trouble_passes
      FROM integrations ORDER BY key
      """)
  List<Row> all();

  @Select(
      """
      SELECT key, connected, reached, trouble, trouble_since, trouble_passes
      FROM integrations WHERE key = #{key}
      """)
  Optional<Row> find(@Param("key") String key);

  @Insert(
      """
      INSERT INTO integrations (key, connected, reached) VALUES (#{key}, #{now}, #{reached})
      ON CONFLICT (key) DO UPDATE SET reached = excluded.reached, trouble = ''
      """)
  void connect(@Param("key") String key, @Param("reached") String reached, @Param("now") long now);

  @Update("UPDATE integrations SET reached = #{reached} WHERE key = #{key}")
  void reach(@Param("key") String key, @Param("reached") String reached);

  /** When it began counts from the first of several failures. */
  @Update(
      """
      UPDATE integrations SET trouble = #{trouble}, trouble_passes = #{passes},
        trouble_since = CASE WHEN trouble = '' THEN #{now} ELSE trouble_since END
      WHERE key = #{key}
      """)
  void trouble(
      @Param("key") String key,
      @Param("trouble") String trouble,
      @Param("passes") boolean passes,
      @Param("now") long now);

  @Update("UPDATE integrations SET trouble = '' WHERE key = #{key}")
  void well(@Param("key") String key);

  @Delete("DELETE FROM integrations WHERE key = #{key}")
  int disconnect(@Param("key") String key);

  @Select("SELECT value FROM integration_notes WHERE integration = #{key} AND name = #{name}")
  Optional<String> note(@Param("key") String key, @Param("name") String name);

  @Select("SELECT name, value FROM integration_notes WHERE integration = #{key}")
  List<Note> notes(@Param("key") String key);

  @Select("SELECT COUNT(*) FROM integration_notes WHERE integration = #{key} AND name <> #{name}")
  int otherNotes(@Param("key") String key, @Param("name") String name);

  @Insert(
      """
      INSERT INTO integration_notes (integration, name, value) VALUES (#{key}, #{name}, #{value})
      ON CONFLICT (integration, name) DO UPDATE SET value = excluded.value
      """)
  void putNote(@Param("key") String key, @Param("name") String name, @Param("value") String value);

  @Delete("DELETE FROM integration_notes WHERE integration = #{key} AND name = #{name}")
  void dropNote(@Param("key") String key, @Param("name") String name);

  @Delete("DELETE FROM integration_notes WHERE integration = #{key}")
  void dropNotes(@Param("key") String key);
}
