package dev.peregrine.host.setup;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface SetupMapper {

  record Row(String step, String state) {}

  @Select("SELECT step, state FROM setup_steps")
  List<Row> all();

  @Insert(
      """
      INSERT INTO setup_steps (step, state, at) VALUES (#{step}, #{state}, #{at})
      ON CONFLICT (step) DO UPDATE SET state = excluded.state, at = excluded.at
      """)
  void save(@Param("step") String step, @Param("state") String state, @Param("at") Instant at);

  @Delete("DELETE FROM setup_steps WHERE step = #{step}")
  void remove(@Param("step") String step);
}
