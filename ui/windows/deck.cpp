#include "ui/windows/deck.h"

#include <set>

#include "core/base/error.h"
#include "ui/export/markdown_notes.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/export/model_search.h"
#include "ui/panels/export/shown_session.h"

namespace headlight {

namespace {

/// What a slide shows, as a text: slides that show the same have one picture.
std::string keyOf(const DeckSlide& slide) {
  if (!slide.statistics) return *slide.session;
  const StatisticsView& view = *slide.statistics;
  std::string key = "statistics";
  for (const std::string& part :
       {view.file.string(), view.picture, view.metric, view.across, view.head ? std::to_string(*view.head) : "",
        view.step ? std::to_string(*view.step) : ""})
    key += '\n' + part;
  return key;
}

}  // namespace

Deck::Deck(Workspace* workspace, std::function<Session()> session, Engine engine, MakeStatistics statistics,
           QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_session(std::move(session)),
      m_engine(std::move(engine)),
      m_statistics(std::move(statistics)) {}

Deck::~Deck() = default;

template <class Change>
void Deck::change(Change change) {
  std::vector<DeckSlide> slides = m_workspace->deck();
  change(slides);
  m_workspace->setDeck(std::move(slides));
}

void Deck::add(const PanelState& panel, const Exportable& shown) {
  const Session session = shownSession(m_session(), {panel}, m_workspace->results());
  add(DeckSlide{shown.name.toStdString(), {}, sessionText(session)}, shown, session);
}

// A slide of statistics keeps the first panel beside them: versions that do not know them show it.
void Deck::add(const StatisticsView& view, const Exportable& shown) {
  if (!m_workspace->result()) throw Error(tr("deck: expected a text in the main window, found none").toStdString());
  const Session session = shownSession(m_session(), {m_workspace->state().panels.front()}, m_workspace->results());
  add(DeckSlide{shown.name.toStdString(), {}, sessionText(session), view}, shown, session);
}

void Deck::add(DeckSlide slide, Exportable picture, const Session& session) {
  picture.provenance.session = sessionText(withoutPlaces(session));
  m_known[keyOf(slide)] = std::move(picture);
  change([&](std::vector<DeckSlide>& slides) { slides.push_back(std::move(slide)); });
}

void Deck::setTexts(int page, const QString& title, const QString& sentence) {
  change([&](std::vector<DeckSlide>& slides) {
    DeckSlide& slide = slides.at(static_cast<std::size_t>(page));
    slide.title = title.toStdString();
    slide.sentence = sentence.toStdString();
  });
}

void Deck::move(int from, int to) {
  change([&](std::vector<DeckSlide>& slides) {
    std::swap(slides.at(static_cast<std::size_t>(from)), slides.at(static_cast<std::size_t>(to)));
  });
}

void Deck::remove(int page) {
  change([&](std::vector<DeckSlide>& slides) { slides.erase(slides.begin() + page); });
}

void Deck::open(int page) {
  const DeckSlide& slide = m_workspace->deck().at(static_cast<std::size_t>(page));
  if (slide.statistics) return emit statisticsAsked(StatisticsView(*slide.statistics));
  WorkspaceState state = withModelsFound(readSession(*slide.session, "deck"), {}).state;
  state.deck = m_workspace->deck();
  m_workspace->setState(state, Fit::Clamp, Origin::Person);
}

std::vector<DeckPage> Deck::pages() const {
  std::vector<DeckPage> pages;
  for (const DeckSlide& slide : m_workspace->deck()) {
    DeckPage page{QString::fromStdString(slide.title), QString::fromStdString(slide.sentence), {}};
    if (const auto known = m_known.find(keyOf(slide)); known != m_known.end()) page.what = known->second;
    pages.push_back(std::move(page));
  }
  return pages;
}

void Deck::computePictures() {
  std::vector<DeckSlide> missing;
  std::set<std::string> keys;
  for (const DeckSlide& slide : m_workspace->deck())
    if (const std::string key = keyOf(slide); !m_known.contains(key) && keys.insert(key).second)
      missing.push_back(slide);
  if (missing.empty() || m_job.isRunning()) return;
  m_job.start(
      [missing, engine = m_engine, statistics = m_statistics](const Progress& progress) {
        Pictures computed;
        for (const DeckSlide& slide : missing) {
          const Session session = readSession(*slide.session, "deck");
          Exportable picture =
              slide.statistics ? statistics(*slide.statistics) : exportableOf(session, engine, progress);
          if (slide.statistics) picture.provenance.session = sessionText(withoutPlaces(session));
          computed.emplace(keyOf(slide), std::move(picture));
        }
        return computed;
      },
      [this](Pictures computed) {
        m_known.merge(computed);
        emit picturesCame();
      },
      [this](const QString& message) { emit failed(message); });
}

// The pages, and none of what the workspace holds beside them.
std::string Deck::session(const std::vector<DeckPage>& pages) const {
  std::vector<DeckSlide> slides;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const DeckPage& page = pages[i];
    slides.push_back({page.title.toStdString(), page.sentence.toStdString(), page.what.provenance.session,
                      m_workspace->deck()[i].statistics});
    if (slides.back().statistics) slides.back().statistics->file = slides.back().statistics->file.filename();
  }
  Session session = readSession(*slides.front().session, "deck");
  session.state.deck = std::move(slides);
  return sessionText(session);
}

void Deck::write(const ExportSettings& settings, const QString& path) const {
  const std::vector<DeckPage> deck = pages();
  if (deck.empty()) throw Error(tr("deck: expected at least one slide, found none").toStdString());
  Provenance provenance = deck.front().what.provenance;
  provenance.picture = "deck";
  provenance.head.reset();
  provenance.session = session(deck);
  exportDeck(deck, settings, provenance, path.toStdString());
}

void Deck::writeMarkdown(const ExportSettings& settings, const QString& path) const {
  exportMarkdown(pages(), settings, path.toStdString());
}

}  // namespace headlight
