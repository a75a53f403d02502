#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "ui/charts/corpus/statistics_slide.h"
#include "ui/job.h"
#include "ui/windows/chart_window.h"

class QComboBox;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QSlider;
class QSpinBox;
class QTemporaryDir;
class QTimer;

namespace headlight {

class CorpusRunState;
struct Source;

/// What every head does over many texts, or what they lose without it: a file of texts is chosen and run, watched, and
/// stopped with what is done; so is every step of a training, a folder of models; or a .headstats file is opened,
/// compared with another, or a folder of them, which is a training too. Heads as one of picturesOf(); beside it the
/// card of the head that was clicked and texts where its metric is strongest to weakest, which open at that head.
class CorpusWindow final : public ChartWindow {
  Q_OBJECT
 public:
  CorpusWindow(Workspace* workspace, QWidget* beside);
  ~CorpusWindow() override;

  /// Takes a file of texts or a folder of models, a training, to be measured; or shows a .headstats file or a folder of
  /// them.
  void openFile(const std::filesystem::path& file);
  /// Compares what is shown with the statistics in another file; nothing ends the comparison.
  void compareWith(const std::optional<std::filesystem::path>& file);
  /// Shows what a slide of a deck shows; says why it cannot.
  void openView(const StatisticsView& view);
  /// Measures every head over the chosen texts, its attention or what is lost without it: of the shown model, or of
  /// each step of the chosen training.
  void measure();
  /// Has a pattern scored too when measure() is called next.
  void setPattern(const QString& pattern);
  /// Of the statistics whose heads have cards, of a training those of the chosen step; null before there are some.
  const std::shared_ptr<const CorpusReport>& report() const { return m_choice.report; }
  /// What is pictured.
  const CorpusChoice& choice() const { return m_choice; }

 signals:
  void deckAsked(const StatisticsView& view, const Exportable& shown);

 protected:
  void follow(const Workspace& workspace) override;
  About about() const override { return About::NoRun; }
  std::shared_ptr<const Figure> chart() const override;
  Exportable exportable() const override;
  void changeEvent(QEvent* event) override;

 private:
  void addOpening();
  void addPictures();
  void addCard();
  QComboBox* addMetrics(const char* name, const QString& label, const char* chosen, QLayout* row);
  std::string metric(const QComboBox* box) const;
  void choosePath(const QString& title, bool folder, const std::function<void(const std::filesystem::path&)>& then);
  void chooseOutput();
  /// Adds a picture of what is shown to the deck.
  void addToDeck(CorpusPicture picture);
  void enableDeck();
  void announce();
  void sayError(const std::exception& error);
  /// Takes over what the run has done so far.
  void watch();
  void take(std::shared_ptr<const CorpusStats> stats);
  void takeTraining(std::shared_ptr<const TrainingReport> training);
  /// Of a run: one model's numbers, a training's or losses; none where it was stopped before there were any.
  struct Measured {
    std::shared_ptr<const CorpusStats> stats;
    std::shared_ptr<const TrainingReport> training;
    std::shared_ptr<const LossesReport> losses;
  };
  void takeLosses(std::shared_ptr<const LossesReport> losses);
  /// How heads are ablated; none where their attention is measured.
  std::optional<Ablate::By> ablation() const;
  void start(std::function<Measured(CorpusRunState&, const Progress&)> work);
  /// Has the pictures and metrics be those of what is there, and shows them.
  void showAll();
  void fillMetrics();
  void choosePicture();
  void chooseStep(int step);
  /// Says what the statistics are of.
  void describe();
  void showHead(std::size_t head);
  void showCard();

  std::shared_ptr<const Source> m_model;
  std::filesystem::path m_texts;
  std::filesystem::path m_training;              ///< Whose steps are measured; empty for the shown model.
  std::shared_ptr<const QTemporaryDir> m_steps;  ///< Their statistics.
  std::filesystem::path m_file;                  ///< That holds the statistics that are shown; empty for none.
  CorpusChoice m_choice;
  std::shared_ptr<CorpusRunState> m_state;  ///< Of the run that goes on; null without.
  QComboBox *m_what, *m_picture, *m_metric, *m_across, *m_pattern;
  QWidget *m_ofMetric, *m_ofScatter, *m_ofTraining;  ///< Fields that only some pictures have.
  QWidget* m_side;                                   ///< Card and texts.
  QSlider* m_step;
  QLabel* m_stepName;
  QSpinBox* m_limit;
  QPushButton *m_save, *m_toDeck;
  QAction *m_deckPicture, *m_deckCard;
  QAction *m_compare, *m_alone;
  FigureCanvas* m_card;
  QListWidget* m_exemplars;
  QTimer* m_watch;
  Job<Measured> m_job;
  Job<std::shared_ptr<const TrainingReport>> m_reading;
  Job<std::shared_ptr<const CorpusReport>> m_stepReading;
};

}  // namespace headlight
