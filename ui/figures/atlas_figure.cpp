#include "ui/figures/atlas_figure.h"
