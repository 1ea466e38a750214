package dev.peregrine.host.debriefs;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface DebriefMapper {

  record Row(
      long round,
      String asked,
      String well,
      String prepare,
      @Nullable Integer mood,
      int version,
      long changed) {}

  @Select(
      """
      SELECT round, asked, well, prepare, mood, version, changed
      FROM debriefs
      WHERE round = #{round}
      """)
  Optional<Row> find(@Param("round") long round);

  @Select(
      """
      SELECT round, asked, well, prepare, mood, version, changed
      FROM debriefs
      WHERE round IN (SELECT value FROM json_each(#{rounds}))
      """)
  List<Row> of(@Param("rounds") String rounds);

  @Select(
      """
      SELECT round, asked, well, prepare, mood, version, changed
      FROM debriefs
      ORDER BY changed DESC
      LIMIT #{most}
      """)
  List<Row> recent(@Param("most") int most);

  @Update(
      """
      INSERT INTO debriefs (round, asked, well, prepare, mood, version, made, changed)
      VALUES (#{round}, #{asked}, #{well}, #{prepare}, #{mood}, 1, #{changed}, #{changed})
      ON CONFLICT (round) DO UPDATE
      SET asked = excluded.asked, well = excluded.well, prepare = excluded.prepare,
        mood = excluded.mood, version = version + 1, changed = excluded.changed
      """)
  void save(Row row);

  @Delete("DELETE FROM debriefs WHERE round = #{round}")
  int remove(@Param("round") long round);
}
