package dev.peregrine.host.stories;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface StoryMapper {

  record Row(
      long id,
      String title,
      String situation,
      String task,
      String action,
      String result,
      String place,
      String themes,
      String source,
      int version,
      String suggestion,
      @Nullable Long asking,
      String replaced,
      long changed) {}

  @Select(
      """
      INSERT INTO stories (title, situation, task, action, result, place, themes, source, made,
        changed)
      VALUES (#{title}, #{situation}, #{task}, #{action}, #{result}, #{place}, #{themes},
        #{source}, #{changed}, #{changed})
      RETURNING id
      """)
  long add(Row row);

  @Select(
      """
      SELECT id, title, situation, task, action, result, place, themes, source, version,
        suggestion, asking, replaced, changed
      FROM stories
      WHERE removed IS NULL
      ORDER BY changed DESC, id DESC
      LIMIT #{limit}
      """)
  List<Row> all(@Param("limit") int limit);

  @Select(
      """
      SELECT id, title, situation, task, action, result, place, themes, source, version,
        suggestion, asking, replaced, changed
      FROM stories
      WHERE id = #{id} AND removed IS NULL
      """)
  Optional<Row> find(@Param("id") long id);

  @Update(
      """
      UPDATE stories
      SET title = #{title}, situation = #{situation}, task = #{task}, action = #{action},
        result = #{result}, place = #{place}, themes = #{themes}, version = version + 1,
        changed = #{changed}
      WHERE id = #{id}
      """)
  void save(Row row);

  @Update("UPDATE stories SET replaced = #{replaced} WHERE id = #{id}")
  void keep(@Param("id") long id, @Param("replaced") String replaced);

  @Update("UPDATE stories SET suggestion = #{suggestion} WHERE id = #{id}")
  void suggest(@Param("id") long id, @Param("suggestion") String suggestion);

  @Update("UPDATE stories SET asking = #{task} WHERE id = #{id}")
  void asking(@Param("id") long id, @Param("task") long task);

  @Update("UPDATE stories SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE stories SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM stories WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);

  @Select("SELECT line FROM story_hints_left")
  List<String> left();

  @Insert("INSERT OR REPLACE INTO story_hints_left (line, at) VALUES (#{line}, #{at})")
  void leave(@Param("line") String line, @Param("at") long at);

  @Delete("DELETE FROM story_hints_left WHERE line = #{line}")
  void unleave(@Param("line") String line);
}
