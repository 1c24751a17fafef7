package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schedule against PyTorch's; the numbers are from schedules.py. */
class ScheduleTest {
  private static final double BASE = 0.1;
  private static final WarmUp WARM_UP = new WarmUp(6, 0.2);

  static Stream<Arguments> schedules() {
    return Stream.of(
        Arguments.of("constant", List.of(Constant.of(0.25).then(7, Constant.of(1)))),
        Arguments.of("step", List.of(StepDecay.every(9, 0.5))),
        Arguments.of("exponential", List.of(ExponentialDecay.of(0.9))),
        Arguments.of("linear", List.of(PolynomialDecay.over(25, 1))),
        Arguments.of("polynomial", List.of(PolynomialDecay.over(30, 1.5))),
        Arguments.of("cosine", List.of(CosineDecay.overRun().withFloor(0.1).forRun(40))),
        Arguments.of("restarts", List.of(CosineRestarts.every(7))),
        Arguments.of(
            "growing_restarts", List.of(CosineRestarts.every(4).withGrowth(2).withFloor(0.05))),
        Arguments.of("one_cycle", List.of(OneCycle.over(41))),
        Arguments.of(
            "one_cycle_ends", List.of(OneCycle.over(41).withPeak(0.2).withEnds(0.1, 0.1 / 50))),
        Arguments.of("warm_up", List.of(WARM_UP)),
        Arguments.of("warm_up_then_cosine", List.of(WARM_UP.then(6, CosineDecay.over(34)))),
        Arguments.of("product", List.of(WARM_UP, ExponentialDecay.of(0.9))));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void follows_pytorch(String name, List<Schedule> factors) throws IOException {
    JsonNode expected = rates().get(name);
    RunSchedules schedules = new RunSchedules(factors, List.of(), new RunLength(40, 400));
    for (int epoch = 0; epoch < expected.size(); epoch++) {
      schedules.at(10L * epoch, epoch);
      double rate = BASE * schedules.learningRateFactor();
      assertEquals(expected.get(epoch).asDouble(), rate, 1e-15, name + ", epoch " + epoch);
    }
    assertEquals(40, expected.size());
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void the_same_schedule_counts_updates(String name, List<Schedule> factors) throws IOException {
    JsonNode expected = rates().get(name);
    List<Schedule> perStep = factors.stream().map(Schedule::perStep).toList();
    RunSchedules schedules = new RunSchedules(perStep, List.of(), new RunLength(4, 40));
    for (int step = 0; step < expected.size(); step++) {
      schedules.at(step, step / 10);
      double rate = BASE * schedules.learningRateFactor();
      assertEquals(expected.get(step).asDouble(), rate, 1e-15, name + ", step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void stays_in_its_range_for_ever(String name, List<Schedule> factors) {
    for (Schedule schedule : factors) {
      for (long time = 0; time < 1L << 62; time = 2 * time + 1) {
        double factor = schedule.value(time);
        assertTrue(factor >= 0 && factor <= 1, schedule + " at " + time + ": " + factor);
      }
    }
  }

  @Test
  void a_schedule_over_the_run_takes_the_length_that_it_counts() {
    RunLength length = new RunLength(8, 200);
    assertEquals(CosineDecay.over(8), length.fix(CosineDecay.overRun()));
    assertEquals(OneCycle.over(200).perStep(), length.fix(OneCycle.overRun().perStep()));
    assertEquals(
        WARM_UP.then(3, PolynomialDecay.over(5, 2)),
        length.fix(WARM_UP.then(3, PolynomialDecay.overRun(2))));
  }

  @Test
  void a_function_is_a_schedule_too() {
    RunSchedules schedules =
        new RunSchedules(List.of(epoch -> 1 / (1.0 + epoch)), List.of(), RunLength.UNKNOWN);
    schedules.at(100, 3);
    assertEquals(0.25, schedules.learningRateFactor());
  }

  @Test
  void a_function_has_no_words_of_its_own() {
    Schedule function = epoch -> 0.5;
    assertEquals("a function of time by updates", function.perStep().describe());
    assertEquals(
        "Constant[factor=0.5], from 3 on a function of time",
        Constant.of(0.5).then(3, function).describe());
  }

  @Test
  void a_cycle_too_short_to_rise_starts_at_its_height() {
    assertEquals(1, OneCycle.over(1).value(5) / OneCycle.over(1).end(), 1e-12);
    assertEquals(1, OneCycle.over(3).value(0), 1e-12);
    assertEquals(OneCycle.over(3).end(), OneCycle.over(3).value(2), 1e-12);
  }

  static Stream<Arguments> refusals() {
    String factor =
        ": a schedule multiplies a number that is never negative, so it must be at least 0 and"
            + " finite.";
    String share =
        ": a schedule starts or ends at a share of its full height, so it must be at least 0 and"
            + " at most 1.";
    return Stream.of(
        refusal(
            () -> StepDecay.every(0, 0.1),
            "every of StepDecay is 0: a step lasts a time, so it must be at least 1."),
        refusal(
            () -> ExponentialDecay.of(-0.9),
            "gamma of ExponentialDecay is -0.9" + factor + " Did you mean 0.9?"),
        refusal(
            () -> CosineDecay.over(5).withFloor(2),
            "floor of CosineDecay is 2" + share + " Did you mean 0.02?"),
        refusal(() -> WarmUp.over(5).withFrom(Double.NaN), "from of WarmUp is NaN" + share),
        refusal(
            () -> OneCycle.over(5).withPeak(30),
            "peak of OneCycle is 30: a cycle rises for a part of its length, so it must be above 0"
                + " and below 1. Did you mean 0.3?"),
        refusal(
            () -> WarmUp.over(5).perStep().then(5, CosineDecay.over(5)),
            "WarmUp[length=5, from=0.16666666666666666] by updates counts updates, but"
                + " CosineDecay[length=5, floor=0.0] counts epochs: say perStep() of both or of"
                + " neither."),
        refusal(
            () -> RunLength.UNKNOWN.fix(CosineDecay.overRun()),
            "CosineDecay.overRun() lasts as long as the run, whose end is not known here: say"
                + " CosineDecay.over(n)."));
  }

  private static Arguments refusal(Executable call, String message) {
    return Arguments.of(message, call);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_bad_number_is_refused_at_the_call(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static JsonNode rates() throws IOException {
    try (InputStream in = ScheduleTest.class.getResourceAsStream("schedules.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
