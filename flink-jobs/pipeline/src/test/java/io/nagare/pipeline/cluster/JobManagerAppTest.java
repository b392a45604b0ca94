package io.nagare.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.pipeline.PipelineApp;
import io.nagare.pipeline.cluster.JobManagerApp.CommandLine;
import org.junit.jupiter.api.Test;

class JobManagerAppTest {
  private static final String ID = "00000000000000000000000000000001";

  @Test
  void keepsItsOwnFlagsAndHandsTheOthersOn() {
    CommandLine line =
        CommandLine.parse(
            "--configDir",
            "/conf",
            "--job-classname",
            PipelineApp.class.getName(),
            "--job-id",
            ID,
            "--kafka",
            "here:1",
            "--fromSavepoint",
            "/chk-7");

    assertThat(line.configDir()).isEqualTo("/conf");
    assertThat(line.jobId()).contains(ID);
    assertThat(line.fromSavepoint()).contains("/chk-7");
    assertThat(line.jobClass()).isEqualTo(PipelineApp.class.getName());
    assertThat(line.jobArguments()).containsExactly("--kafka", "here:1");
  }

  @Test
  void refusesACommandLineThatCannotWork() {
    assertThatThrownBy(() -> CommandLine.parse("--job-id", ID)).hasMessageContaining("--configDir");
    assertThatThrownBy(() -> CommandLine.parse("--configDir")).hasMessageContaining("no value");
    assertThatThrownBy(() -> CommandLine.parse("--configDir", "/conf"))
        .hasMessageContaining("--job-classname");
    assertThatThrownBy(
            () ->
                CommandLine.parse(
                    "--configDir", "/conf", "--job-classname", "a.Job", "--job-id", "seven"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
