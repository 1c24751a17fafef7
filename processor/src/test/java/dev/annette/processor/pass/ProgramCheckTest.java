package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Step;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each rule refuses a program that breaks it, made from one that keeps them all. */
class ProgramCheckTest {
  private static Program program;

  @BeforeAll
  static void compile() {
    program =
        Stages.of(
                "input = 4, loss = Loss.HUBER",
                "@Dense(units = 3, activation = SIGMOID) @Dropout(0.5) Layer h;",
                "@Dense(units = 3, activation = RELU) Layer g;",
                "@Dense(units = 3) Layer y;")
            .planned();
  }

  @Test
  void a_sound_program_is_returned() {
    assertSame(program, ProgramCheck.verify(program));
  }

  @Test
  void a_value_must_be_written_before_it_is_read() {
    refused("h.sigmoid = sigmoid: reads h.dense, which is not there", withoutForward("h.dense"));
  }

  @Test
  void a_value_must_not_be_overwritten_before_it_is_read() {
    refused("g.dense = dense: reads h, which is not there", homes(Map.of("h.mask", "h")));
  }

  @Test
  void a_step_that_does_not_work_in_place_must_not_overwrite_its_input() {
    refused("g.dense = dense: overwrites h while it reads it", homes(Map.of("h", "g")));
  }

  @Test
  void a_parameter_must_be_declared() {
    Step dense = program.forward().get(0);
    Value unknown =
        new Value(
            "h.more", Value.Role.LEARNED, null, dense.output().width(), dense.output().layer());
    List<Step> steps = new ArrayList<>(program.forward());
    steps.set(0, new Step(dense.op(), dense.input(), List.of(unknown), null, dense.output()));
    refused(
        "h.dense = dense: reads the unknown parameter h.more",
        program.withForward(steps, program.loss()));
  }

  @Test
  void the_loss_must_find_the_outputs() {
    refused("the loss reads outputs that are not there", withoutForward("y"));
  }

  @Test
  void a_backward_step_must_find_the_gradient_of_its_output() {
    List<BackwardStep> steps = new ArrayList<>(program.backward());
    steps.remove(1);
    refused("g.dense = dense: lacks the gradient of g.dense", program.withBackward(steps));
  }

  @Test
  void a_backward_step_in_place_must_leave_its_gradient_there() {
    refused(
        "g = relu: leaves d g.dense in the array of d g", homes(Map.of("d g.dense", "d g.dense")));
  }

  @Test
  void any_other_backward_step_must_not_overwrite_the_gradient_that_it_reads() {
    refused("g.dense = dense: overwrites d g.dense while it reads it", homes(Map.of("d h", "d g")));
  }

  @Test
  void a_kept_output_must_survive_the_forward_pass() {
    refused(
        "h.sigmoid = sigmoid: finds its OUTPUT overwritten",
        homes(Map.of("h.sigmoid", "h", "h.dense", "h")));
  }

  @Test
  void a_kept_input_must_survive_the_forward_pass() {
    refused("g.dense = dense: finds its INPUT overwritten", homes(Map.of("y", "h")));
  }

  @Test
  void a_kept_sign_must_survive_the_forward_pass() {
    Program relu =
        Stages.of(
                "input = 4, loss = Loss.HUBER",
                "@Dense(units = 3, activation = RELU) @Dropout(0.5) Layer h;",
                "@Dense(units = 3) Layer y;")
            .planned();
    refused(
        "h.relu = relu: finds its OUTPUT_SIGN overwritten",
        homes(relu, Map.of("h.relu", "h.relu", "h.dense", "h.relu", "y", "h.relu")));
  }

  @Test
  void a_mask_must_survive_the_forward_pass() {
    refused("h = dropout: finds its MASK overwritten", homes(Map.of("g.dense", "h.mask")));
  }

  @Test
  void an_update_must_find_the_gradient_after_the_backward_pass() {
    refused(
        "y = dense: lost the gradient that its update reads",
        homes(Map.of("d h", "d y", "d h.sigmoid", "d y", "d h.dense", "d y")));
  }

  @Test
  void an_update_must_find_its_input_after_the_backward_pass() {
    refused(
        "y = dense: lost the input that its update reads",
        homes(Map.of("d h", "g", "d h.sigmoid", "g", "d h.dense", "g")));
  }

  @Test
  void every_learned_value_gets_one_gradient() {
    List<BackwardStep> fewer = new ArrayList<>(program.backward());
    fewer.remove(fewer.size() - 1);
    refused("h.weights has 0 gradients", program.withBackward(fewer));
    List<BackwardStep> more = new ArrayList<>(program.backward());
    more.add(more.get(more.size() - 1));
    refused("h.weights has 2 gradients", program.withBackward(more));
  }

  @Test
  void an_array_must_be_as_wide_as_its_values() {
    Program narrow =
        Stages.of(
                "input = 4, loss = Loss.HUBER",
                "@Dense(units = 3) Layer h;",
                "@Dense(units = 2) Layer y;")
            .planned();
    refused("d y [B, 2] is in the array of h [B, 3]", homes(narrow, Map.of("d y", "h")));
  }

  private static void refused(String reason, Program broken) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> ProgramCheck.verify(broken));
    assertEquals(reason, refusal.getMessage());
  }

  private static Program withoutForward(String output) {
    List<Step> steps =
        program.forward().stream().filter(step -> !step.output().name().equals(output)).toList();
    return program.withForward(steps, program.loss());
  }

  private static Program homes(Map<String, String> changed) {
    return homes(program, changed);
  }

  /** Returns a program with other arrays for some of its values, by name. */
  private static Program homes(Program of, Map<String, String> changed) {
    Map<Value, Value> homes = new LinkedHashMap<>(of.homes());
    changed.forEach((name, home) -> homes.put(value(of, name), value(of, home)));
    return of.withHomes(homes);
  }

  private static Value value(Program of, String name) {
    return of.homes().keySet().stream()
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
