package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** Networks of growing width, 256-w-w-10, and of growing depth, 256-128-...-128-10. */
final class Curves {
  private Curves() {}

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width16 {
    @Dense(units = 16, activation = RELU)
    Layer first;

    @Dense(units = 16, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width32 {
    @Dense(units = 32, activation = RELU)
    Layer first;

    @Dense(units = 32, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width64 {
    @Dense(units = 64, activation = RELU)
    Layer first;

    @Dense(units = 64, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width128 {
    @Dense(units = 128, activation = RELU)
    Layer first;

    @Dense(units = 128, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width256 {
    @Dense(units = 256, activation = RELU)
    Layer first;

    @Dense(units = 256, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width512 {
    @Dense(units = 512, activation = RELU)
    Layer first;

    @Dense(units = 512, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Width1024 {
    @Dense(units = 1024, activation = RELU)
    Layer first;

    @Dense(units = 1024, activation = RELU)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Depth1 {
    @Dense(units = 128, activation = RELU)
    Layer hidden1;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Depth2 {
    @Dense(units = 128, activation = RELU)
    Layer hidden1;

    @Dense(units = 128, activation = RELU)
    Layer hidden2;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Depth4 {
    @Dense(units = 128, activation = RELU)
    Layer hidden1;

    @Dense(units = 128, activation = RELU)
    Layer hidden2;

    @Dense(units = 128, activation = RELU)
    Layer hidden3;

    @Dense(units = 128, activation = RELU)
    Layer hidden4;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Depth8 {
    @Dense(units = 128, activation = RELU)
    Layer hidden1;

    @Dense(units = 128, activation = RELU)
    Layer hidden2;

    @Dense(units = 128, activation = RELU)
    Layer hidden3;

    @Dense(units = 128, activation = RELU)
    Layer hidden4;

    @Dense(units = 128, activation = RELU)
    Layer hidden5;

    @Dense(units = 128, activation = RELU)
    Layer hidden6;

    @Dense(units = 128, activation = RELU)
    Layer hidden7;

    @Dense(units = 128, activation = RELU)
    Layer hidden8;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 256, loss = Loss.CROSS_ENTROPY)
  static class Depth16 {
    @Dense(units = 128, activation = RELU)
    Layer hidden1;

    @Dense(units = 128, activation = RELU)
    Layer hidden2;

    @Dense(units = 128, activation = RELU)
    Layer hidden3;

    @Dense(units = 128, activation = RELU)
    Layer hidden4;

    @Dense(units = 128, activation = RELU)
    Layer hidden5;

    @Dense(units = 128, activation = RELU)
    Layer hidden6;

    @Dense(units = 128, activation = RELU)
    Layer hidden7;

    @Dense(units = 128, activation = RELU)
    Layer hidden8;

    @Dense(units = 128, activation = RELU)
    Layer hidden9;

    @Dense(units = 128, activation = RELU)
    Layer hidden10;

    @Dense(units = 128, activation = RELU)
    Layer hidden11;

    @Dense(units = 128, activation = RELU)
    Layer hidden12;

    @Dense(units = 128, activation = RELU)
    Layer hidden13;

    @Dense(units = 128, activation = RELU)
    Layer hidden14;

    @Dense(units = 128, activation = RELU)
    Layer hidden15;

    @Dense(units = 128, activation = RELU)
    Layer hidden16;

    @Dense(units = 10)
    Layer output;
  }
}
