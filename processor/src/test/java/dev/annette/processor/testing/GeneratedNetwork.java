package dev.annette.processor.testing;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The generated classes of one network, called as a user calls them. */
public final class GeneratedNetwork {
  private final Class<?> trainer;
  private final Class<?> model;

  GeneratedNetwork(ClassLoader loader, String name) {
    try {
      trainer = loader.loadClass(name + "Trainer");
      model = loader.loadClass(name + "Model");
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Returns the generated trainer's class. */
  public Class<?> trainerClass() {
    return trainer;
  }

  /** Returns the generated model's class. */
  public Class<?> modelClass() {
    return model;
  }

  /** Calls {@code XTrainer.create(seed)}. */
  public NetworkTrainer<?> create(long seed) {
    return (NetworkTrainer<?>) call(trainer, null, "create", long.class, seed);
  }

  /** Calls {@code XTrainer.from(model)}. */
  public NetworkTrainer<?> from(NetworkModel saved) {
    return (NetworkTrainer<?>) call(trainer, null, "from", model, saved);
  }

  /** Calls {@code XModel.load(json)}. */
  public NetworkModel load(byte[] json) {
    return (NetworkModel) call(model, null, "load", byte[].class, json);
  }

  /** Calls a question of the model that takes one row: {@code classify}, {@code probabilities}. */
  public Object ask(NetworkModel of, String question, float... features) {
    return call(model, of, question, float[].class, features);
  }

  private static Object call(
      Class<?> type, Object on, String name, Class<?> parameter, Object argument) {
    try {
      Method method = type.getDeclaredMethod(name, parameter);
      method.setAccessible(true);
      return method.invoke(on, argument);
    } catch (InvocationTargetException thrown) {
      throw new AssertionError(name + " failed", thrown.getCause());
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(missing);
    }
  }
}
