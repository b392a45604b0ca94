package io.nagare.profiles.cli;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what is wrong with files, one problem a line, instead of a stack trace. */
final class ProblemPrinter implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    if (failure instanceof InvalidFiles invalid) {
      for (Problem problem : invalid.problems()) {
        command.getErr().println(problem.text());
      }
      return ProfilesApp.WRONG;
    }
    if (failure instanceof NoSuchFileException missing) {
      command.getErr().println(missing.getFile() + " is not there; give the path of a file");
      return ProfilesApp.WRONG;
    }
    if (failure instanceof IOException unreadable) {
      command.getErr().println(unreadable.getMessage());
      return ProfilesApp.WRONG;
    }
    throw failure;
  }
}
