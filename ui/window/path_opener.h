#pragma once

#include <QFileDialog>
#include <QObject>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "ui/images/kept_image.h"
#include "ui/images/kept_sound.h"
#include "ui/job.h"
#include "ui/reading/workspace.h"
#include "ui/window/session_controller.h"

class QImage;

namespace headlight {

/// Opens into a workspace what somebody chose, dropped or named.
class PathOpener final : public QObject {
  Q_OBJECT
 public:
  /// Dialogs stand above `window`, which also owns this.
  PathOpener(Workspace* workspace, SessionController* sessions, QWidget* window);

  /// Opens a session or a figure that keeps one, attention in a file, an image or a sound to read, a text file, a model
  /// folder, or the folder of a file that is part of one.
  void open(const std::filesystem::path& path);
  /// The same of several: pictures all come into the text, of other files the first is opened.
  void open(const std::vector<std::filesystem::path>& paths);
  /// Puts a picture that comes from no file into the text.
  void takePicture(const QImage& picture);
  /// Takes a short text file as the text, and asks which part of a long one.
  void openText(const std::filesystem::path& file);

  /// Stops reading images or a sound.
  void cancel();

  /// Asks which of `texts` texts of a file of attention to open.
  void chooseTextOfBatch(const std::filesystem::path& file, std::int64_t texts);
  /// Asks for an image to read; with `at` in the place of that picture.
  void chooseImage(std::optional<std::size_t> at = {});
  /// Asks for a sound to read.
  void chooseSound();
  /// Asks for a model to compare with.
  void chooseOtherModel();
  /// The same of a GGUF file.
  void chooseOtherModelFile();
  using Chosen = std::function<void(const std::filesystem::path&)>;
  /// Asks for the folder of a model.
  void chooseFolder(const Chosen& chosen);

 signals:
  /// What heads do over many texts is to be shown.
  void statisticsChosen(const std::filesystem::path& file);
  /// Why something was not opened, where neither the workspace nor the sessions say so.
  void failed(const QString& message);
  /// What there is to say of a text that was opened.
  void noted(const QString& message);
  void imageStarted(const QString& name);
  /// It is there, failed or was stopped.
  void imageEnded();

 private:
  void makeActions();
  void chooseSession();
  void chooseText();
  /// Asks for attention that something else computed.
  void chooseAttention();
  void chooseModel();
  void chooseModelFile();
  void chooseGguf(const Chosen& chosen);
  struct OpenedImages {
    std::vector<KeptImage> images;
    QStringList remarks;  ///< What of them is not read.
  };
  bool readsImages() const;
  /// Decodes them apart from the window.
  void openImages(const std::vector<std::filesystem::path>& files, std::optional<std::size_t> at = {});
  void openSound(const std::filesystem::path& file);
  /// Asks for a file; the dialog begins where `beside` is, if that is given.
  void chooseFile(const QString& title, const QString& filter, const QString& beside, const Chosen& chosen);
  QFileDialog* makeChooser(const QString& title, const QString& beside, const Chosen& chosen);

  Workspace* m_workspace;
  SessionController* m_sessions;
  QWidget* m_window;
  Job<OpenedImages> m_images;
  Job<KeptSound> m_sound;
};

}  // namespace headlight
